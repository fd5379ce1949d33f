import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskPagesOf } from "@/components/desk-shell/desk-pages";
import { roles } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem, StartKind } from "@/lib/protocol/start";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { worksForProvince } from "@/lib/server/reports/find-report-unit";
import { readStart } from "@/lib/server/start/read-start";
import { startItemText } from "@/lib/text/desk-start";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { addActivations, addOutreach, makePoliceProvince, now, type PoliceProvince } from "../../factories/evidence";
import { makeHelpSession } from "../../factories/help-session";
import { act } from "../../factories/households";
import { acceptRegister } from "../../factories/register";

let province: PoliceProvince;
let verifier: Person;
let planner: Person;
let observer: Person;
let police: Person;
let helper: Person;

/** Thursday, 20 August 2026; leaders confirmed on Friday the 7th, before the batch of the 14th. Queues ask the clock. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

beforeAll(async () => {
  province = await makePoliceProvince();
  const { units, areas, volunteerA, volunteerB, leaderA } = province;
  verifier = await province.addActingPerson("provinceVerifier", units.province);
  planner = await province.addActingPerson("provincePlanner", units.province);
  observer = await province.addActingPerson("observer", units.province);
  police = await province.addPolice("policeVerifier", areas.commune);
  helper = await province.addPolice("policeHelper", areas.otherCommune);
  await addActivations(province, 2, { team: "A" });
  await addActivations(province, 1, { team: "B" });
  await addOutreach(province);
  const record = async (person: Person, unitId: string, at: string) => {
    const command = makeRecord(unitId, makeHelpSession());
    await act(person, [command], at);
    return command.entryId;
  };
  await record(volunteerA, units.teamA, daysAgo(5));
  await record(volunteerA, units.teamA, daysAgo(0));
  await record(volunteerB, units.teamB, daysAgo(4));
  const returned = await record(volunteerA, units.teamA, daysAgo(2));
  await act(leaderA, [makeReview(returned, 1, "return", { reason: "wrongOutcome" })], daysAgo(1));
  const pending = { pendingCount: 3, pendingIdsDigest: "x", oldestCapturedAt: daysAgo(1) };
  await executeCommands(volunteerA, { device: makeManifest(pending as never), commands: [] }, { now: daysAgo(0) });
  await acceptRegister(province, [{ dossier: "H08.21-260807-0041", receivedOn: "2026-08-07" }], "2026-08-10T03:00:00.000Z");
});
afterAll(() => province.remove());

const read = async (person: Person, at = now) => new Map((await readStart(person, at)).map((item) => [item.kind, item]));
const kindsOf = async (person: Person) => [...(await read(person)).keys()].sort();
const say = (items: ReadonlyMap<StartKind, StartItem>, kind: StartKind) => {
  const { value, sentence } = startItemText(items.get(kind)!);
  return `${value} ${sentence}`;
};

test("a leader hears of the own team: what waits, since when, what went back, what is on phones", async () => {
  const items = await read(province.leaderA);
  expect(items.get("review")).toEqual({ kind: "review", level: "late", count: 2, overdue: 1, oldest: expect.any(String) });
  expect(items.get("returned")).toMatchObject({ level: "known", count: 1 });
  expect(say(items, "onPhones")).toBe("3 mục còn trên 1 máy, chưa gửi về");
  expect((await read(province.leaderB)).get("onPhones")).toMatchObject({ count: 0, phones: 0 });
  const { actor } = province.officer;
  const both = { ...province.officer, actor: { ...actor, assignments: [...actor.assignments, ...province.leaderA.actor.assignments] } };
  expect((await read(both)).get("onPhones")).toMatchObject({ count: 3, phones: 1 });
});

test("an officer hears of what waits too long anywhere below, and of the own checks", async () => {
  const items = await read(province.officer);
  expect(items.has("review")).toBe(false);
  expect(items.get("reviewOverdue")).toEqual({ kind: "reviewOverdue", level: "late", count: 2 });
  expect([items.get("articles"), items.get("events")]).toMatchObject([{ count: 1, level: "due" }, { count: 1, level: "due" }]);
});

test("the police hears of its own areas and of nothing else; on a Friday the batch is due, on the day after late", async () => {
  expect(await kindsOf(police)).toEqual(["policeBatch"]);
  expect(await kindsOf(helper)).toEqual(["policeBatch"]);
  expect((await read(police)).get("policeBatch")).toMatchObject({ level: "late", count: 2, open: 2, batchDay: "2026-08-14", nextDay: "2026-08-21" });
  expect((await read(police, "2026-08-14T03:00:00.000Z")).get("policeBatch")).toMatchObject({ level: "due", count: 2, batchDay: "2026-08-14", nextDay: "2026-08-14" });
  expect((await read(helper)).get("policeBatch")).toMatchObject({ count: 1, open: 1 });
});

test("the office hears of the whole province's batch, the table's days, the register, months and drafts", async () => {
  const { client, provinceId: province_id, units } = province;
  const { userId: created_by_id } = verifier.actor;
  await insertRows(client, "report", [{
    id: randomUUID(), province_id, kind: "month", unit_id: units.province, through: "2026-07-31", as_of: "2026-08-01", tree_on: "2026-07-31",
    status: "draft", paragraphs: {}, created_by_id, created_at: now, changed_at: now, version: 1,
  }]);
  await insertRows(client, "period", [{ id: randomUUID(), province_id, from: "2026-07-01", through: "2026-07-31", as_of: "2026-08-01", closed_at: now, closed_by_id: created_by_id }]);
  const items = await read(verifier);
  expect(items.get("policeBacklog")).toMatchObject({ level: "late", count: 3, open: 3 });
  expect(items.get("servicesToMinistry")).toEqual({ kind: "servicesToMinistry", level: "due", day: "2026-08-21", daysLeft: 1, month: "2026-08" });
  expect(items.get("servicesToPolice")).toMatchObject({ level: "known", day: "2026-09-15", daysLeft: 26, month: "2026-09" });
  expect(items.get("register")).toEqual({ kind: "register", level: "due", days: 10 });
  expect(items.get("openMonths")).toMatchObject({ newest: "2026-06-01" });
  expect(items.get("drafts")).toMatchObject({ count: 1, level: "due" });
  expect(say(items, "servicesToMinistry")).toBe("1 ngày nữa gửi bảng dịch vụ thiết yếu tháng 08/2026 cho Bộ");
});

test("the planner hears of units without targets, then of those behind theirs", async () => {
  expect((await read(planner)).get("targetsMissing")).toEqual({ kind: "targetsMissing", level: "due", count: 1, year: 2026 });
  await insertRows(province.client, "target", [{
    id: randomUUID(), province_id: province.provinceId, unit_id: province.units.district, year: 2026, indicator: "vneid_accounts", value: 100, set_at: now,
  }]);
  const items = await read(planner);
  expect(items.has("targetsMissing")).toBe(false);
  expect(items.get("behind")).toEqual({ kind: "behind", level: "due", count: 1, units: 1, asOf: "2026-08-19" });
});

test("the observer has nothing to do, and knows until when the numbers are whole", async () => {
  expect(await readStart(observer, now)).toMatchObject([{ kind: "numbers", level: "known", asOf: "2026-08-19" }, { kind: "onPhones", level: "known" }]);
  expect(await readStart(province.volunteerA, now)).toEqual([]);
});

test("whoever has a page of the desk starts with today", () => {
  const starts = roles.map((role) => [role, deskPagesOf([role], { forProvince: true })[0]?.href]);
  expect(starts).toEqual(roles.map((role) => [role, role === "volunteer" ? undefined : "/desk"]));
});

test("pages of the whole province are not offered below it", async () => {
  const below = await province.addActingPerson("observer", province.units.district);
  expect(await worksForProvince(observer.actor, localDateOf(now))).toBe(true);
  expect(await worksForProvince(below.actor, localDateOf(now))).toBe(false);
  const hrefs = (forProvince: boolean) => deskPagesOf(["observer"], { forProvince }).map(({ href }) => href);
  expect(hrefs(true)).toContain("/desk/essential-services");
  expect(hrefs(false)).not.toContain("/desk/essential-services");
  expect(hrefs(false)).not.toContain("/desk/reports");
  expect(hrefs(false)).toContain("/desk/dashboard");
});
