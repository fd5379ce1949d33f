import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as decide } from "@/app/api/evidence/route";
import { POST as exportRoute } from "@/app/api/evidence/export/route";
import { POST as importRoute } from "@/app/api/evidence/import/route";
import { POST as revealRoute } from "@/app/api/evidence/reveal/route";
import { GET as importState, POST as importAction } from "@/app/api/imports/route";
import { POST as inspect } from "@/app/api/imports/inspect/route";
import { POST as questions } from "@/app/api/imports/questions/route";
import { GET as unread } from "@/app/api/imports/unread/route";
import { POST as upload } from "@/app/api/imports/upload/route";
import { GET as paper } from "@/app/api/members/paper/route";
import { POST as periods } from "@/app/api/periods/route";
import { POST as rules } from "@/app/api/rules/route";
import type { Person } from "@/lib/server/auth/person";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { countOpen, readCheckPage } from "@/lib/server/evidence/read-check-page";
import { readNearMisses } from "@/lib/server/imports/near-misses";
import { listImports, readImport } from "@/lib/server/imports/read-import";
import { readStandingPage, readUnfoundUnits } from "@/lib/server/imports/read-standing-page";
import { listMemberImports } from "@/lib/server/members/read-member-imports";
import { readRegisterIndicators } from "@/lib/server/members/read-register-indicators";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeManifest } from "../../factories/commands";
import { addActivations, addOutreach, makePoliceProvince, type Checked, type PoliceProvince } from "../../factories/evidence";
import { dossierFile } from "../../factories/imports";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";

const outsiders = ["volunteer", "leader", "officerElsewhere", "policeElsewhere", "planner", "observer"] as const;
const strangers = ["signedOut", "disabled", "otherProvince"] as const;
type Who = (typeof outsiders)[number] | (typeof strangers)[number] | "keeper" | "police" | "helper";

let province: PoliceProvince;
let activation: Checked;
let article: Checked;
let batchId: string;
const people = {} as Record<Exclude<Who, (typeof strangers)[number]>, Person>;
const cookies = {} as Record<Who, string>;

beforeAll(async () => {
  province = await makePoliceProvince();
  const { client, units, areas, provinceId: province_id } = province;
  const elsewhere = randomUUID();
  await insertRows(client, "unit", [{ id: elsewhere, province_id, kind: "directUnit", name: "Huyện đoàn An Lão", sort_order: 1, valid_from: "2022-05-01" }]);
  await insertRows(client, "unit_parent", [{ province_id, unit_id: elsewhere, parent_id: units.province, valid_from: "2022-05-01" }]);
  await client.query("select refresh_unit_ancestors()");
  Object.assign(people, {
    volunteer: await province.addActingPerson("volunteer", units.teamB),
    leader: province.leaderB,
    officerElsewhere: await province.addActingPerson("officer", elsewhere),
    policeElsewhere: await province.addPolice("policeVerifier", areas.otherCommune),
    planner: await province.addActingPerson("provincePlanner", units.province),
    observer: await province.addActingPerson("observer", units.province),
    keeper: await province.addActingPerson("provinceVerifier", units.province),
    police: await province.addPolice("policeVerifier", areas.commune),
    helper: await province.addPolice("policeHelper", areas.commune),
  });
  for (const [who, { actor }] of Object.entries(people)) cookies[who as Who] = await makeSessionCookie(client, actor.userId);
  cookies.signedOut = "";
  const disabled = await province.addActingPerson("provinceVerifier", units.province);
  cookies.disabled = await makeSessionCookie(client, disabled.actor.userId);
  await client.query("update app_user set disabled_at = now() where id = $1", [disabled.actor.userId]);
  [activation] = (await addActivations(province, 1)) as [Checked];
  ({ article } = await addOutreach(province));
  batchId = randomUUID();
  const begun = await importAction(makePost(
    { action: "begin", id: batchId, kind: "dossier", fileName: "tháng 8.csv", mapping: { code: 0, channel: 3 } }, { cookie: cookies.keeper }));
  expect(begun.status).toBe(200);
  // The deployment's province is known by now: a second one comes with a second deployment's data.
  cookies.otherProvince = await strangerOf(randomUUID());
});
afterAll(() => province.remove());

async function strangerOf(province_id: string): Promise<string> {
  const { client } = province;
  const [id, unit_id] = [randomUUID(), randomUUID()];
  await insertRows(client, "province", [{ id: province_id, code: "53", name: "Gia Lai", feed_epoch: randomUUID() }]);
  await insertRows(client, "unit", [{ id: unit_id, province_id, kind: "province", name: "Tỉnh đoàn", sort_order: 0, valid_from: "2022-05-01" }]);
  await insertRows(client, "app_user", [{ id, province_id, login: "khac", name: "Người tỉnh khác", password_hash: "x", must_change_password: false, session_version: 1, created_at: new Date() }]);
  await insertRows(client, "role_assignment", [{ id: randomUUID(), province_id, user_id: id, role: "provinceVerifier", unit_id, valid_from: "2022-05-01" }]);
  return makeSessionCookie(client, id);
}

/** What is asked for: what exists and is somebody else's, or what doesn't exist. */
type Target = { readonly batch: string; readonly outcome: string; readonly article: string; readonly area: string; readonly unit: string };
const theirs = (): Target => ({ batch: batchId, outcome: activation.outcomeId, article: article.outcomeId, area: province.areas.commune, unit: province.units.teamA });
const nothing = (): Target => ({ batch: randomUUID(), outcome: randomUUID(), article: randomUUID(), area: randomUUID(), unit: randomUUID() });

const get = (cookie: string) => new Request("http://localhost/", { headers: { cookie, host: "localhost" } });
const at = (query: string, request: Request) => new Request(`http://localhost/?${query}`, request);
const file = (cookie: string, body: string | Uint8Array, origin = "http://localhost") =>
  new Request("http://localhost/", { method: "POST", headers: { cookie, host: "localhost", origin }, body: body as BodyInit });
const listed = (key: string) => writeWorkbook([{ name: "Danh sách", columns: [], rows: [["Mã dòng", "Kết quả", "Lý do"], [`${key}/1`, "xác nhận", ""]] }]);
const sameId = randomUUID();
const word = (outcomeId: string) => ({ id: sameId, outcomeId, revision: 1, verdict: "confirmed" });

type Ask = (target: Target, cookie: string) => Promise<Response>;
const keepersRoutes: Record<string, Ask> = {
  "how far an import is": ({ batch }, cookie) => importState(at(`id=${batch}`, get(cookie))),
  "beginning an import": ({ batch }, cookie) => importAction(makePost({ action: "begin", id: batch, kind: "dossier", fileName: "a.csv", mapping: { code: 0, channel: 3 } }, { cookie })),
  "accepting an import": ({ batch }, cookie) => importAction(makePost({ action: "accept", id: batch }, { cookie })),
  "cancelling an import": ({ batch }, cookie) => importAction(makePost({ action: "cancel", id: batch }, { cookie })),
  "uploading its file": ({ batch }, cookie) => upload(at(`id=${batch}`, file(cookie, dossierFile("H08.21-260805-0001")))),
  "its unread rows": ({ batch }, cookie) => unread(at(`id=${batch}`, get(cookie))),
  "looking into a file": (_, cookie) => inspect(at("whole=yes", file(cookie, dossierFile("H08.21-260805-0001")))),
  "asking about near misses": (_, cookie) => questions(makePost({ device: makeManifest() }, { cookie })),
  "trying a rule": (_, cookie) => rules(makePost({ action: "preview", wish: { change: { rule: "schemeStart", date: "2023-01-01" } } }, { cookie })),
  "changing a rule": ({ batch }, cookie) => rules(makePost(
    { action: "apply", id: batch, wish: { change: { rule: "schemeStart", date: "2023-01-01" } }, seen: { rule: "schemeStart", date: "2022-05-01" } }, { cookie })),
  "taking a rule's change back": ({ batch }, cookie) => rules(makePost({ action: "preview", wish: { undoes: batch } }, { cookie })),
  "closing a period": ({ batch }, cookie) => periods(makePost({ id: batch, from: "2026-07-01", through: "2026-07-31" }, { cookie })),
};
const policeRoutes: Record<string, Ask> = {
  "a person's number": ({ outcome }, cookie) => revealRoute(makePost({ outcomeId: outcome }, { cookie })),
  "an article's person": ({ article: outcomeId }, cookie) => revealRoute(makePost({ outcomeId }, { cookie })),
  "the list as a file": ({ area }, cookie) => exportRoute(makePost({ kind: "vneidActivated", areaId: area }, { cookie })),
  "a filled-in list": async ({ outcome }, cookie) => importRoute(at("step=accept", file(cookie, await listed(outcome)))),
};
const otherRoutes: Record<string, Ask> = {
  "paper dossiers of a unit": ({ unit }, cookie) => paper(at(`unit=${unit}&day=2026-08-20`, get(cookie))),
  "words about outcomes": ({ outcome, article: other }, cookie) => decide(makePost({ decisions: [word(outcome), word(other)] }, { cookie })),
};
const routes = { ...keepersRoutes, ...policeRoutes, ...otherRoutes };

/** What an answer says, but for what is the questioner's own. */
async function said(response: Response) {
  const body = response.headers.get("content-type")?.startsWith("application/json") ? await response.json() : "a file";
  if (typeof body.file === "string") body.file = "a list";
  return { status: response.status, body };
}
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });
const written = async () => (await province.client.query(`
  select (select count(*) from evidence) as evidence, (select count(*) from evidence_proposal) as proposals, (select count(*) from import_batch) as batches,
         (select string_agg(status::text, ',') from import_batch) as statuses, (select count(*) from rule_change) as rules,
         (select count(*) from period) as periods, (select count(*) from tally) as tallies, (select count(*) from access_log) as looks`)).rows[0];

describe("what is somebody else's and what doesn't exist is answered alike", () => {
  for (const who of outsiders) {
    test(`to ${who}`, async () => {
      const before = await written();
      for (const [name, ask] of Object.entries(routes)) {
        const forbidden = await said(await ask(theirs(), cookies[who]));
        expect([name, forbidden]).toEqual([name, await said(await ask(nothing(), cookies[who]))]);
        const isOwnEmpty = who === "policeElsewhere" && (name === "the list as a file" || name === "a filled-in list");
        if (isOwnEmpty) expect([name, forbidden.status]).toEqual([name, 200]);
        else if (name === "words about outcomes") {
          expect(forbidden).toMatchObject({ status: 200, body: { answers: [{ code: "unknownOrForbidden" }, { code: "unknownOrForbidden" }] } });
        } else expect([name, forbidden]).toMatchObject([name, refused(404, "unknownOrForbidden")]);
      }
      expect(await written()).toEqual(before);
    });
  }

  test("to the police of the area and to helpers, where it is the keeper's", async () => {
    for (const who of ["police", "helper"] as const) {
      for (const [name, ask] of Object.entries(keepersRoutes)) expect([name, await said(await ask(theirs(), cookies[who]))]).toMatchObject([name, refused(404, "unknownOrForbidden")]);
    }
  });

  test("to the keeper, where it is the police's", async () => {
    for (const [name, ask] of Object.entries(policeRoutes)) expect([name, await said(await ask(theirs(), cookies.keeper))]).toMatchObject([name, refused(404, "unknownOrForbidden")]);
  });
});

test("whoever is signed out, disabled or of another province is nobody", async () => {
  const before = await written();
  for (const who of strangers) {
    for (const [name, ask] of Object.entries(routes)) expect([who, name, await said(await ask(theirs(), cookies[who]))]).toMatchObject([who, name, refused(401, "notSignedIn")]);
  }
  expect(await written()).toEqual(before);
});

test("no other site makes anybody write", async () => {
  const abroad = { origin: "http://elsewhere.example" };
  const answers = [
    decide(makePost({ decisions: [word(activation.outcomeId)] }, { cookie: cookies.police, ...abroad })),
    exportRoute(makePost({ kind: "vneidActivated" }, { cookie: cookies.police, ...abroad })),
    revealRoute(makePost({ outcomeId: activation.outcomeId }, { cookie: cookies.police, ...abroad })),
    importRoute(at("step=accept", file(cookies.police, "x", abroad.origin))),
    inspect(at("whole=yes", file(cookies.keeper, "x", abroad.origin))),
    upload(at(`id=${batchId}`, file(cookies.keeper, "x", abroad.origin))),
    importAction(makePost({ action: "cancel", id: batchId }, { cookie: cookies.keeper, ...abroad })),
    periods(makePost({ id: randomUUID(), from: "2026-07-01", through: "2026-07-31" }, { cookie: cookies.keeper, ...abroad })),
    rules(makePost({ action: "preview", wish: { undoes: batchId } }, { cookie: cookies.keeper, ...abroad })),
  ];
  for (const answer of answers) expect(await said(await answer)).toMatchObject(refused(403, "wrongOrigin"));
});

test("who takes a list out of the house is written down, how many rows and not which", async () => {
  const query = `unit=${province.units.teamA}&day=2026-08-20`;
  expect((await said(await paper(at(query, get(cookies.keeper))))).status).toBe(200);
  expect((await said(await exportRoute(makePost({ kind: "vneidActivated" }, { cookie: cookies.police })))).status).toBe(200);
  const { rows } = await province.client.query("select actor_id as by, type, answer from command_log where type like 'export%' and actor_id = any ($1)", [
    [people.keeper.actor.userId, people.police.actor.userId]]);
  expect(rows).toEqual([
    { by: people.keeper.actor.userId, type: "exportPaperDossiers", answer: { answer: "exported", rowCount: 0 } },
    { by: people.police.actor.userId, type: "exportEvidenceList", answer: { answer: "exported", rowCount: 1 } },
  ]);
});

describe("what the pages read", () => {
  const now = "2026-08-20T03:00:00.000Z";
  const numbers = { indicator: "vneid_accounts" as const, stage: "confirmed" as const, first: "2022-05-01" as never, through: "2026-08-20" as never, treeOn: "2026-08-20" as never };

  test("is empty for outsiders, counts as well", async () => {
    for (const who of outsiders) {
      const { actor } = people[who];
      for (const kind of ["vneidActivated", "articlePublished"] as const) {
        for (const view of ["open", "done"] as const) {
          expect(await readCheckPage(actor, { kind, view }, now)).toEqual({ rows: [] });
          expect(await readCheckPage(actor, { kind, view, areaId: province.areas.commune }, now)).toEqual({ rows: [] });
        }
        expect(await countOpen(actor, { kind }, now)).toEqual({ open: 0, proposed: 0 });
      }
      expect([who, await readBacklog(actor, now)]).toEqual([who, []]);
      expect(await listImports(actor, now)).toEqual([]);
      expect(await listMemberImports(actor, now)).toEqual([]);
      expect(await readNearMisses(actor, now, 10)).toEqual({ count: 0, confirmed: 0, list: [] });
      expect(await readUnfoundUnits(actor, "dossier", now, 10)).toEqual([]);
      expect(await readStandingPage(actor, { kind: "account", standing: "notFound" }, now)).toBeUndefined();
      for (const { batch, unit } of [theirs(), nothing()]) {
        expect(await readImport(actor, batch, now)).toBeUndefined();
        const dashboard = await readDashboard(actor, { unit }, now);
        // Planner and observer read sums of every unit that there is, and no entry of any.
        if ((who !== "planner" && who !== "observer") || unit !== province.units.teamA) expect([who, dashboard]).toEqual([who, undefined]);
        else expect(dashboard!.opens.entries).toBe(false);
        expect(await readCountedOutcomes(actor, { ...numbers, unitId: unit } as never, now)).toBeUndefined();
        const sums = await readRegisterIndicators(actor, unit, { first: numbers.first, last: numbers.through }, now);
        // The planner sees numbers of every unit that there is.
        if (who !== "planner" || unit !== province.units.teamA) expect(sums).toBeUndefined();
      }
    }
  });

  test("shows the police what finds the person, and a number by a look that is written down", async () => {
    for (const who of ["police", "helper"] as const) {
      const { rows } = await readCheckPage(people[who].actor, { kind: "vneidActivated", view: "open" }, now);
      expect(rows.map((row) => Object.keys(row).sort())).toEqual([["areaName", "birthYear", "happenedOn", "kind", "lastFour", "name", "outcomeId", "revision"]]);
      expect(JSON.stringify(rows)).not.toMatch(/052195\d{6}/);
      expect(await readCheckPage(people[who].actor, { kind: "articlePublished", view: "open" }, now)).toEqual({ rows: [] });
      const { looks } = await written();
      expect(await said(await revealRoute(makePost({ outcomeId: activation.outcomeId }, { cookie: cookies[who] })))).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^\d{12}$/) } });
      expect(Number((await written()).looks)).toBe(Number(looks) + 1);
    }
  });
});
