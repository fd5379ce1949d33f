import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getDocument } from "@/app/api/aggregates/openapi.json/route";
import { GET as getReport } from "@/app/api/aggregates/report/route";
import { GET as getIndex } from "@/app/api/aggregates/route";
import { GET as getSeries } from "@/app/api/aggregates/series/route";
import { POST as changeClient } from "@/app/api/clients/route";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { AggregateIndex, AggregateReport, AggregateSeries } from "@/lib/protocol/aggregates";
import { ClientChanged } from "@/lib/protocol/clients";
import { ErrorResponse } from "@/lib/protocol/error-response";
import type { Person } from "@/lib/server/auth/person";
import { authenticateProgram } from "@/lib/server/clients/authenticate-program";
import { listClients } from "@/lib/server/clients/list-clients";
import { withActor } from "@/lib/server/database/with-actor";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeRecord, makeReview } from "../../factories/commands";
import { makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { act } from "../../factories/households";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let cookies: { verifier: string; officer: string };
let key: string;
let clientId: string;

/** The routes ask the clock: everything happened three days ago. */
const now = new Date().toISOString();
const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
const [today, day, yesterday] = [localDateOf(now), localDateOf(at), addDays(localDateOf(now), -1)];
const citizen = { name: "Đặng Quỳnh Phương Trâm", personalNumber: "052195007788", address: "Thôn Luật Lễ, Diêu Trì" };

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { client, units } = province;
  const { volunteerA, leaderA, officer } = await province.addStaff();
  verifier = await province.addActingPerson("provinceVerifier", units.province);
  cookies = { verifier: await makeSessionCookie(client, verifier.actor.userId), officer: await makeSessionCookie(client, officer.actor.userId) };
  const command = makeRecord(units.teamA, makeHelpSession({ happenedAt: at, subject: makePerson(citizen), outcomes: [makeOutcome("vneidActivated")] }));
  await act(volunteerA, [command], at);
  await act(leaderA, [makeReview(command.entryId, 1, "confirm")], at);
});
afterAll(() => province.remove());
beforeEach(async () => {
  ({ id: clientId, key } = await create("IOC Bình Định"));
});

async function create(name: string): Promise<{ id: string; key: string }> {
  const answer = await changeClient(makePost({ change: "create", id: randomUUID(), name }, { cookie: cookies.verifier }));
  const { id, key } = ClientChanged.parse(await answer.json());
  return { id, key: key! };
}

type Route = (request: Request) => Promise<Response>;
const ask = (route: Route, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  route(new Request(`http://localhost/api/aggregates?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${key}`, ...headers } }));
const refusalOf = async (answer: Promise<Response>) => {
  const { status, headers, body } = await answer.then(async (response) => ({ status: response.status, headers: response.headers, body: ErrorResponse.parse(await response.json()) }));
  return { status, headers, ...body.error };
};

describe("a key", () => {
  test("is shown once, kept as a digest, and given and taken by the office alone", async () => {
    expect(key).toMatch(/^tns_[\w-]{43}$/);
    const { rows } = await province.client.query<{ hash: Buffer }>("select key_hash as hash from api_client where id = $1", [clientId]);
    expect(rows[0]!.hash).toEqual(createHash("sha256").update(key).digest());
    expect(JSON.stringify(await listClients(verifier.actor, now))).not.toContain(key);
    const again = await changeClient(makePost({ change: "create", id: clientId, name: "IOC Bình Định" }, { cookie: cookies.verifier }));
    expect(again.status).toBe(409);
    for (const change of [{ change: "create", id: randomUUID(), name: "IOC" }, { change: "revoke", id: clientId }]) {
      expect((await changeClient(makePost(change, { cookie: cookies.officer }))).status).toBe(404);
    }
    const nameless = changeClient(makePost({ change: "create", id: randomUUID(), name: " " }, { cookie: cookies.verifier }));
    expect(await refusalOf(nameless)).toMatchObject({ code: "required", field: "name" });
  });

  test("that is missing, wrong or of another province opens nothing", async () => {
    const foreign = `tns_${randomBytes(32).toString("base64url")}`;
    await insertRows(province.client, "api_client", [{
      id: randomUUID(), province_id: randomUUID(), name: "Tỉnh khác", created_by_id: verifier.actor.userId, created_at: now, left: 60,
      key_hash: `\\x${createHash("sha256").update(foreign).digest("hex")}`,
    }]);
    for (const authorization of ["", "Bearer", `Basic ${key}`, `Bearer ${key.slice(0, -1)}`, `Bearer tns_${randomBytes(32).toString("base64url")}`, `Bearer ${foreign}`]) {
      expect(await refusalOf(ask(getReport, {}, { authorization }))).toMatchObject({ status: 401, code: "keyUnknown" });
    }
    expect((await refusalOf(ask(getReport, {}, { authorization: "", cookie: cookies.verifier }))).headers.get("www-authenticate")).toBe("Bearer");
  });

  test("that was revoked ends with the next question, for good, also for who has the answer already", async () => {
    const etag = (await ask(getReport)).headers.get("etag")!;
    const revoke = () => changeClient(makePost({ change: "revoke", id: clientId }, { cookie: cookies.verifier }));
    expect((await revoke()).status).toBe(200);
    expect(await refusalOf(ask(getReport, {}, { "if-none-match": etag }))).toMatchObject({ status: 401, code: "keyUnknown" });
    expect((await revoke()).status).toBe(200);
    const [row] = (await listClients(verifier.actor, now)).filter(({ id }) => id === clientId);
    expect(row).toMatchObject({ name: "IOC Bình Định", createdBy: verifier.name, recentCount: 1, revokedAt: expect.any(String) });
    await expect(withActor(verifier.actor, (tx) => tx.$executeRaw`update api_client set revoked_at = null where id = ${clientId}::uuid`)).resolves.toBe(0);
  });

  test("asks no more than its allowance, and others are none the slower for it", async () => {
    await province.client.query(`update api_client set "left" = 1, refilled_at = now() where id = $1`, [clientId]);
    expect((await ask(getIndex)).status).toBe(200);
    const refused = await refusalOf(ask(getIndex));
    expect(refused).toMatchObject({ status: 429, code: "tooManyRequests", retryAfterSeconds: 1 });
    ({ key } = await create("Hệ thống khác"));
    expect((await ask(getIndex)).status).toBe(200);
  });

  test("leaves a line for each kind of question and day, and nothing of what was asked for", async () => {
    await ask(getReport);
    await ask(getReport, { unit: province.units.district });
    await ask(getIndex);
    const { rows } = await province.client.query("select asked, count from api_use where client_id = $1 order by asked", [clientId]);
    expect(rows).toEqual([{ asked: "index", count: 1 }, { asked: "report", count: 2 }]);
  });

  test("reads sums and nothing that is somebody's, whatever the application forgets", async () => {
    const program = await authenticateProgram(new Request("http://localhost/", { headers: { authorization: `Bearer ${key}` } }), "report", now);
    if (!program.ok) throw new Error(program.error.code);
    const { actor } = program.value;
    for (const table of ["entry", "outcome", "subject", "consent", "review_event", "evidence", "outcome_standing", "past_standing", "household", "member", "register_record", "command_log", "access_log", "tally", "app_session", "second_factor", "recovery_code", "account_event", "sign_in_attempt", "api_client", "api_use"]) {
      const seen = await withActor(actor, (tx) => tx.$queryRawUnsafe<object[]>(`select 1 as one from ${table} limit 1`));
      expect([table, seen]).toEqual([table, []]);
    }
  });
});

describe("what a program reads", () => {
  test("is the report that the office reads", async () => {
    const { units } = province;
    const answer = AggregateReport.parse(await (await ask(getReport, { previousThrough: addDays(day, -1) })).json());
    const table = await readReportTable(verifier.actor, {
      unitId: units.province, point: { through: yesterday, asOf: yesterday }, previousPoint: { through: addDays(day, -1), asOf: addDays(day, -1) },
    }, now);
    expect(answer).toMatchObject({ unit: table!.unit, point: table!.point, previousPoint: table!.previousPoint, treeOn: yesterday, provisional: true });
    expect(answer.total.cells.counts).toEqual(table!.total.cells.counts);
    expect(answer.total.cells.counts.vneid_accounts).toEqual({ recorded: 1, confirmed: 1, matched: 0 });
    expect(answer.total.previous!.counts.vneid_accounts.recorded).toBe(0);
    expect(answer.total.cells.ratios.members_vneid2).toBe(null);
    expect(answer.lines.map(({ place }) => place)).toEqual([{ kind: "unit", id: units.district, name: "Huyện đoàn Tuy Phước" }]);
  });

  test("says beside the numbers what waits for evidence and what is still on phones, by unit", async () => {
    const { units, provinceId } = province;
    const [volunteer] = (await province.client.query<{ id: string }>("select user_id as id from role_assignment where unit_id = $1 and role = 'volunteer'", [units.teamA])).rows;
    const device = randomUUID();
    const held = { province_id: provinceId, device_id: device, user_id: volunteer!.id, pending_count: 3, oldest_captured_at: at, pending_ids_digest: "", app_version: "1", persisted: true, installed: true, clock_offset_ms: 0, reported_at: now };
    await insertRows(province.client, "device", [{ id: device, province_id: provinceId }]);
    await insertRows(province.client, "device_manifest", [held]);
    const answer = AggregateReport.parse(await (await ask(getReport, { unit: units.district })).json());
    const waiting = { vneid_accounts: { awaitingPolice: { count: 1, oldest: expect.any(String) } } };
    const phones = { phones: 1, entries: 3, oldest: new Date(at).toISOString() };
    expect([answer.total.waiting, answer.total.onPhones]).toEqual([waiting, phones]);
    expect(answer.lines.map(({ place, waiting, onPhones }) => [place.kind === "unit" && place.id, waiting, onPhones])).toEqual([[units.teamA, waiting, phones], [units.teamB, {}, { phones: 0, entries: 0 }]]);
    expect(AggregateReport.parse(await (await ask(getReport, { unit: units.district, through: addDays(day, -1) })).json()).total.waiting).toEqual({});
    await province.client.query("delete from device_manifest");
  });

  test("goes down to any unit, and by month", async () => {
    const { units } = province;
    const query = { unit: units.district, indicator: "vneid_accounts", first: addDays(day, -40), through: day };
    const answer = AggregateSeries.parse(await (await ask(getSeries, query)).json());
    expect(answer).toMatchObject({ unit: { id: units.district }, indicator: "vneid_accounts", asOf: yesterday, treeOn: day });
    expect(answer.lines).toEqual([
      { place: { kind: "unit", id: units.teamA, name: "Đội xã Phước Lộc" }, months: [{ month: `${day.slice(0, 7)}-01`, counts: { recorded: 1, confirmed: 1 } }] },
    ]);
  });

  test("is provisional until its last day is in a closed period", async () => {
    const period = { id: randomUUID(), province_id: province.provinceId, from: addDays(day, -5), through: day, as_of: yesterday, closed_at: now, closed_by_id: verifier.actor.userId };
    await insertRows(province.client, "period", [period]);
    expect(await (await ask(getReport, { through: day })).json()).toMatchObject({ provisional: false });
    expect(await (await ask(getReport)).json()).toMatchObject({ provisional: true });
    expect(await (await ask(getIndex)).json()).toMatchObject({ closedThrough: day, newest: yesterday });
    await province.client.query("delete from period where id = $1", [period.id]);
  });

  test("isn't sent again to who has it, and may be kept by nobody between", async () => {
    const first = await ask(getReport);
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("cache-control")).toContain("private");
    expect(first.headers.get("vary")).toBe("authorization");
    const again = await ask(getReport, {}, { "if-none-match": `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const other = await ask(getReport, { through: addDays(day, -1) }, { "if-none-match": etag });
    expect([other.status, other.headers.get("etag") === etag]).toEqual([200, false]);
  });

  test.each([
    [{ first: "2026-02-30" }, 400, "badRequest", "first"],
    [{ untill: day }, 400, "badRequest", "untill"],
    [{ asOf: today }, 400, "dateInFuture", "asOf"],
    [{ first: yesterday, through: day }, 400, "periodEndsBeforeStart", "first"],
    [{ previousThrough: today }, 400, "dateInFuture", "previousThrough"],
    [{ unit: randomUUID() }, 404, "unknownOrForbidden", undefined],
  ])("is refused by what is wrong: %j", async (query, status, code, field) => {
    const refused = await refusalOf(ask(getReport, query as Record<string, string>));
    expect([refused.status, refused.code, refused.field]).toEqual([status, code, field]);
  });

  test("is as its document says, and says nothing of people", async () => {
    const document = (await getDocument().json()) as { openapi: string; paths: object; components: { schemas: Record<string, object> } };
    expect([document.openapi, Object.keys(document.paths)]).toEqual(["3.1.0", ["/api/aggregates", "/api/aggregates/report", "/api/aggregates/series"]]);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const answers = [
      ["AggregateIndex", await (await ask(getIndex)).json()],
      ["AggregateReport", await (await ask(getReport, { first: addDays(day, -9), previousThrough: day })).json()],
      ["AggregateSeries", await (await ask(getSeries, { indicator: "online_rate" })).json()],
      ["ErrorResponse", await (await ask(getReport, { unit: "?" })).json()],
    ] as const;
    for (const [name, answer] of answers) {
      const validate = ajv.compile(document.components.schemas[name]!);
      expect([name, validate(answer), validate.errors ?? []]).toEqual([name, true, []]);
      expect(validate({ ...answer, marker: "other" })).toBe(false);
      for (const secret of [...Object.values(citizen), "007788", verifier.name]) expect(JSON.stringify(answer)).not.toContain(secret);
    }
    expect(AggregateIndex.parse(answers[0][1]).indicators.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  });
});
