import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitingEntriesHref } from "@/components/police/police-href";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { decideEvidence } from "@/lib/server/evidence/decide-evidence";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { countOpen, readCheckPage, type CheckFilter } from "@/lib/server/evidence/read-check-page";
import { readPoliceAreas } from "@/lib/server/evidence/read-police-areas";
import { revealNumber } from "@/lib/server/evidence/reveal-number";
import { numberQueryOf } from "@/lib/server/unit-numbers/number-query";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { writeSheet } from "@/lib/server/sheets/write-sheet";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { revealFields } from "@/lib/server/reveal/reveal-fields";
import { readCells } from "../../unit/server/spreadsheet/read-all";
import { addActivations, addInformed, addOutreach, atSecond, makePoliceProvince, now, say, type PoliceProvince } from "../../factories/evidence";

let province: PoliceProvince;
let verifier: Person;
let otherVerifier: Person;
let helper: Person;
let provinceVerifier: Person;

beforeAll(async () => {
  province = await makePoliceProvince();
  verifier = await province.addPolice("policeVerifier", province.areas.commune);
  otherVerifier = await province.addPolice("policeVerifier", province.areas.otherCommune);
  helper = await province.addPolice("policeHelper", province.areas.commune);
  provinceVerifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
beforeEach(() => province.removeEntries());
afterAll(() => province.remove());

const page = (person: Person, changes: Partial<CheckFilter> = {}) => readCheckPage(person.actor, { kind: "vneidActivated", view: "open", ...changes }, now);
const idsOf = async (person: Person, changes: Partial<CheckFilter> = {}) => (await page(person, changes)).rows.map(({ outcomeId }) => outcomeId);
const decide = (person: Person, words: readonly ReturnType<typeof say>[], at = now) => decideEvidence(person.actor, words as never, at);

describe("the work list of an area", () => {
  test("shows name, birth year, last digits, place and day of what waits there, and no more", async () => {
    const [one] = await addActivations(province, 1);
    await addActivations(province, 1, { team: "B" });
    const { rows } = await page(verifier);
    expect(rows).toEqual([{
      outcomeId: one!.outcomeId, revision: 1, kind: "vneidActivated", happenedOn: "2026-08-07",
      name: "Trần Thị Mai", birthYear: 1995, lastFour: expect.stringMatching(/^\d{4}$/), areaName: "Xã Phước Lộc",
    }]);
    expect(JSON.stringify(rows)).not.toMatch(/052195\d{6}/);
  });

  test("shows head, address and hamlet of households", async () => {
    await addInformed(province, province.areas.hamlet, ["Phan Văn Bảy"]);
    expect((await page(verifier, { kind: "householdInformed" })).rows).toMatchObject([{ name: "Phan Văn Bảy", address: "Số 12, tổ 3", areaName: "Thôn Đại Tín" }]);
    expect(await idsOf(verifier, { kind: "householdInformed", areaId: province.areas.commune })).toHaveLength(1);
    expect(await idsOf(verifier, { kind: "householdInformed", areaId: province.areas.otherCommune })).toEqual([]);
  });

  test("goes by pages of forty, each row once, whatever is decided meanwhile", async () => {
    const all = await addActivations(province, 85);
    const seen: string[] = [];
    let after: string | undefined;
    for (const size of [40, 40, 5]) {
      const { rows, next } = await page(verifier, after ? { after } : {});
      expect(rows).toHaveLength(size);
      seen.push(...rows.map(({ outcomeId }) => outcomeId));
      await decide(verifier, rows.slice(0, 10).map((row) => say(row, "confirmed")));
      after = next;
    }
    expect(after).toBeUndefined();
    expect(seen.sort()).toEqual(all.map(({ outcomeId }) => outcomeId).sort());
  });

  test("what has a word moves to the done ones, the newest first, with the reason", async () => {
    const [one, two] = await addActivations(province, 2);
    await decide(verifier, [say(one!, "refused", { reason: "notFound" })]);
    await decide(verifier, [say(two!, "confirmed")], atSecond(5));
    expect(await idsOf(verifier)).toEqual([]);
    expect((await page(verifier, { view: "done" })).rows.map(({ said }) => said)).toMatchObject([
      { verdict: "confirmed", mine: true }, { verdict: "refused", reason: "notFound", mine: true },
    ]);
    expect(await idsOf(otherVerifier, { view: "done" })).toEqual([]);
  });

  test("begins with what a helper proposed, and says who", async () => {
    const checked = await addActivations(province, 3);
    const last = (await idsOf(verifier)).at(-1)!;
    await decide(helper, [say({ outcomeId: last }, "refused", { reason: "wrongPerson" })]);
    const { rows } = await page(verifier);
    expect(rows[0]).toMatchObject({ outcomeId: last, proposal: { verdict: "refused", reason: "wrongPerson", helperName: helper.name, mine: false } });
    expect(await countOpen(verifier.actor, { kind: "vneidActivated" }, now)).toEqual({ open: checked.length, proposed: 1 });
  });

  test("of a helper leaves out the teams for which the helper records", async () => {
    const ofTeam = await province.addPolice("policeHelper", province.areas.commune, [{ role: "volunteer", unitId: province.units.teamA }]);
    await addActivations(province, 2);
    expect(await idsOf(ofTeam)).toEqual([]);
    expect(await idsOf(helper)).toHaveLength(2);
  });

  test("is empty for everybody who is not the police of the area, and so is every number of it", async () => {
    await addActivations(province, 2);
    const { areas } = province;
    for (const person of [otherVerifier, province.leaderA, province.officer, province.volunteerA, provinceVerifier]) {
      for (const areaId of [undefined, areas.commune, areas.old]) {
        expect(await idsOf(person, areaId ? { areaId } : {})).toEqual([]);
        expect(await countOpen(person.actor, { kind: "vneidActivated", ...(areaId ? { areaId } : {}) }, now)).toEqual({ open: 0, proposed: 0 });
      }
    }
    expect((await readPoliceAreas(verifier.actor)).map(({ name }) => name)).toEqual(["Xã Tuy Phước", "Thôn Đại Tín"]);
    expect(await readPoliceAreas(province.leaderA.actor)).toEqual([]);
  });

  test("asks once for an account that two recorded", async () => {
    const [first] = await addActivations(province, 1);
    const [second] = await addActivations(province, 1, { sameAs: first! });
    expect(await idsOf(verifier)).toEqual([first!.outcomeId]);
    await decide(verifier, [say(first!, "refused", { reason: "wrongPerson" })]);
    expect(await idsOf(verifier)).toEqual([second!.outcomeId]);
  });
});

describe("the number of a row", () => {
  test("is shown to the police of the area only, and every look is written down", async () => {
    const [one] = await addActivations(province, 1);
    const outcomeId = Uuid.parse(one!.outcomeId);
    expect(await revealNumber(verifier.actor, outcomeId, now)).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^052195\d{6}$/) } });
    for (const person of [otherVerifier, province.leaderA, province.volunteerB]) {
      expect(await revealNumber(person.actor, outcomeId, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
    }
    expect(await revealFields(verifier.actor, { entryId: one!.entryId, fields: ["phone"] }, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
    const { rows } = await province.client.query("select actor_id as by, fields from access_log where entry_id = $1", [one!.entryId]);
    expect(rows).toEqual([{ by: verifier.actor.userId, fields: ["personalNumber"] }]);
  });
});

describe("the backlog", () => {
  test("says by commune of today what is open, since when, and what the last Friday should have taken", async () => {
    await addActivations(province, 3); // confirmed on Friday 7 August at ten, after that day's batch began
    await addInformed(province, province.areas.hamlet, ["Phan Văn Bảy"]);
    await addActivations(province, 2, { team: "B" });
    const summary = async (person: Person, at: string) =>
      (await readBacklog(person.actor, at)).map(({ areaName, kind, open, due }) => [areaName, kind, open, due].join(" | ")).sort();
    expect(await summary(provinceVerifier, "2026-08-13T10:00:00.000Z")).toEqual([
      "Xã Tuy Phước | householdInformed | 1 | 0", "Xã Tuy Phước | vneidActivated | 3 | 0", "Xã Tuy Phước Đông | vneidActivated | 2 | 0",
    ]);
    expect(await summary(verifier, "2026-08-13T17:00:00.000Z")).toEqual(["Xã Tuy Phước | householdInformed | 1 | 1", "Xã Tuy Phước | vneidActivated | 3 | 3"]);
    expect(await summary(province.volunteerA, now)).toEqual([]);
    expect((await readBacklog(verifier.actor, now))[0]).toMatchObject({ oldest: "2026-08-07T03:00:00.000Z" });
  });

  test("opens the entries behind each of its numbers for whoever keeps the registers", async () => {
    await addActivations(province, 3);
    await addInformed(province, province.areas.hamlet, ["Phan Văn Bảy"]);
    await addActivations(province, 2, { team: "B" });
    for (const row of await readBacklog(provinceVerifier.actor, now)) {
      const address = new URL(waitingEntriesHref(row, province.units.province, localDateOf(now)), "http://x");
      const counted = (await readCountedOutcomes(provinceVerifier.actor, numberQueryOf(Object.fromEntries(address.searchParams))!, now))!;
      expect([counted.count, counted.areaName, counted.outcomes.map(({ kind }) => kind)]).toEqual([row.open, row.areaName, Array.from({ length: row.open }, () => row.kind)]);
    }
  });
});

describe("articles and events", () => {
  test("wait for the officer of the subtree", async () => {
    const { article, event } = await addOutreach(province);
    expect((await page(province.officer, { kind: "articlePublished" })).rows).toMatchObject([
      { outcomeId: article.outcomeId, title: "Ra quân giúp người dân nộp hồ sơ trực tuyến", publisher: "Trang của Đoàn xã Phước Lộc", unitName: "Đội xã Phước Lộc" },
    ]);
    expect((await page(province.officer, { kind: "eventHeld" })).rows).toMatchObject([{ outcomeId: event.outcomeId, attendance: { youth: 19, others: 4 } }]);
    const taken = await writeSheet("checks", { person: province.officer, body: { format: "xlsx" }, now });
    const rows = await readCells(readRows(Buffer.from(await (taken as { value: Response }).value.arrayBuffer()), "xlsx"));
    expect((rows as string[][]).at(-1)!.slice(1)).toEqual(["Ra quân giúp người dân nộp hồ sơ trực tuyến", "Trang của Đoàn xã Phước Lộc", expect.stringMatching(/^https/), "Đội xã Phước Lộc"]);
    const outside = await province.addActingPerson("officer", province.units.teamB);
    for (const person of [province.leaderA, outside, verifier]) expect(await idsOf(person, { kind: "articlePublished" })).toEqual([]);
  });
});
