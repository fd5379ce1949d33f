import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/survey/route";
import { surveyCode } from "@/lib/domain/survey/survey-code";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { SurveyAnswer } from "@/lib/protocol/survey";
import { protocolVersion } from "@/lib/protocol/version";
import { withActor, withProvince } from "@/lib/server/database/with-actor";
import { saveResponses } from "@/lib/server/survey/save-responses";
import { mostAtOnce } from "@/lib/server/survey/survey-allowance";
import { makePost } from "../../factories/post";
import { makeAnswers, makeResponse, addSurveyPoint } from "../../factories/survey";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let code: string;
const today = localDateOf(new Date().toISOString());

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ code } = await addSurveyPoint(province.client, province.provinceId, province.units.teamA));
});
afterAll(() => province.remove());
beforeEach(() => province.client.query("truncate survey_response, survey_allowance"));

const respond = (changes: Parameters<typeof makeResponse>[0] = {}) => makeResponse({ code, answeredOn: today, ...changes });

const post = (body: unknown, headers: Record<string, string> = {}) => POST(makePost(body, { "x-forwarded-for": "203.0.113.7", ...headers }));
const send = (responses: readonly unknown[]) => post({ protocol: protocolVersion, responses });
const verdictsOf = async (response: Response) => SurveyAnswer.parse(await response.json()).verdicts;
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { error: { code: string } }).error.code];

async function stored() {
  const { rows } = await province.client.query("select id, answered_on::text as day, channel, answers from survey_response order by id");
  return rows as { id: string; day: string; channel: string; answers: object }[];
}

test("stores the day, the channel and the answers of somebody who is not signed in", async () => {
  const response = respond({ channel: "counter", answers: makeAnswers({ able: "partly" }) });
  const answer = await send([response]);
  expect(answer.headers.has("set-cookie")).toBe(false);
  expect(await verdictsOf(answer)).toEqual([{ id: response.id, verdict: "accepted" }]);
  expect(await stored()).toEqual([{ id: response.id, day: today, channel: "counter", answers: response.answers }]);
});

test("the same response again is accepted and changes nothing", async () => {
  const response = respond();
  await send([response, response]);
  const again = await send([{ ...response, answers: makeAnswers({ satisfaction: "unsatisfied" }) }]);
  expect(await verdictsOf(again)).toEqual([{ id: response.id, verdict: "accepted" }]);
  expect(await stored()).toMatchObject([{ id: response.id, answers: { satisfaction: "satisfied" } }]);
});

test("two tries at the same time store one response", async () => {
  const response = respond();
  const answers = await Promise.all([send([response]), send([response]), send([response])]);
  for (const answer of answers) expect(await verdictsOf(answer)).toEqual([{ id: response.id, verdict: "accepted" }]);
  expect(await stored()).toHaveLength(1);
});

test("an unknown code answers like one that was retired before, and stores nothing", async () => {
  const retired = await addSurveyPoint(province.client, province.provinceId, province.units.teamA, "Một cửa cũ");
  await province.client.query("update survey_point set retired_at = now() - interval '3 days' where code = $1", [retired.code]);
  const [unknown, late] = await verdictsOf(await send([respond({ code: surveyCode(randomBytes(8)) }), respond({ code: retired.code })]));
  expect(unknown).toMatchObject({ verdict: "refused", code: "unknownOrForbidden" });
  expect(late).toMatchObject({ verdict: "refused", code: "unknownOrForbidden" });
  expect(await stored()).toEqual([]);
});

test("what was answered before the code was retired still arrives", async () => {
  const retired = await addSurveyPoint(province.client, province.provinceId, province.units.teamA, "Một cửa hai");
  await province.client.query("update survey_point set retired_at = now() - interval '3 days' where code = $1", [retired.code]);
  const earlier = respond({ code: retired.code, answeredOn: addDays(today, -5) });
  expect(await verdictsOf(await send([earlier]))).toEqual([{ id: earlier.id, verdict: "accepted" }]);
});

test("one that can't be read holds up no other", async () => {
  const good = respond();
  const verdicts = await verdictsOf(await send([null, { ...respond(), name: "Lê Thị Hoa" }, { id: "x" }, good]));
  expect(verdicts.map((each) => (each.verdict === "refused" ? each.code : each.verdict))).toEqual(["malformed", "malformed", "malformed", "accepted"]);
  expect(await stored()).toHaveLength(1);
});

test("a day of a wrong clock is moved to one that can be", async () => {
  await send([respond({ answeredOn: addDays(today, 400) }), respond({ answeredOn: addDays(today, -400) })]);
  expect((await stored()).map(({ day }) => day).sort()).toEqual([addDays(today, -90), today]);
});

describe("the request as a whole", () => {
  test("is refused to pages of others, of another shape and of another protocol", async () => {
    const body = { protocol: protocolVersion, responses: [respond()] };
    expect(await codeOf(await post(body, { origin: "https://elsewhere.example" }))).toEqual([403, "wrongOrigin"]);
    expect(await codeOf(await post({ ...body, responses: [] }))).toEqual([400, "badRequest"]);
    expect(await codeOf(await post({ ...body, protocol: 99 }))).toEqual([426, "unsupportedProtocol"]);
    expect(await stored()).toEqual([]);
  });

  test("asks nobody who they are: a session makes no difference", async () => {
    const answer = await post({ protocol: protocolVersion, responses: [respond()] }, { cookie: "next-auth.session-token=broken" });
    expect(answer.status).toBe(200);
  });
});

describe("an address", () => {
  const now = `${today}T03:00:00.000Z`;
  const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const saveMany = (count: number, address: string, at: string) =>
    saveResponses(Array.from({ length: count }, () => respond()), { provinceId: province.provinceId, address, now: at });

  test("sends a busy day at once, then waits; others don't wait for it", async () => {
    expect(await saveMany(mostAtOnce, "198.51.100.1", now)).toMatchObject({ ok: true });
    expect(await saveMany(10, "198.51.100.1", now)).toEqual({ ok: false, error: { code: "tooManyRequests", retryAfterSeconds: 150 } });
    expect(await saveMany(10, "198.51.100.2", now)).toMatchObject({ ok: true });
    expect(await saveMany(10, "198.51.100.1", later(3))).toMatchObject({ ok: true });
    expect(await stored()).toHaveLength(mostAtOnce + 20);
  });

  test("is kept as a digest, and no longer than its bucket needs to be full again", async () => {
    await saveMany(1, "198.51.100.3", now);
    const { rows } = await province.client.query("select row_to_json(bucket)::text as row from survey_allowance bucket");
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain(Buffer.from("198.51.100.3").toString("hex"));
    await saveMany(1, "198.51.100.4", later(70));
    expect((await province.client.query("select from survey_allowance")).rowCount).toBe(1);
  });
});

describe("behind the walls", () => {
  test("responses are read by whoever supervises the point's unit and by nobody else", async () => {
    await send([respond()]);
    const seen = (role: "volunteer" | "leader" | "officer" | "provincePlanner", unitId: string) =>
      province.addActingPerson(role, unitId).then(({ actor }) => withActor(actor, (tx) => tx.surveyResponse.count()));
    const { units } = province;
    expect(await seen("leader", units.teamA)).toBe(1);
    expect(await seen("officer", units.district)).toBe(1);
    expect(await seen("volunteer", units.teamA)).toBe(0);
    expect(await seen("leader", units.teamB)).toBe(0);
    expect(await seen("provincePlanner", units.province)).toBe(0);
    expect(await withProvince(province.provinceId, (tx) => tx.surveyResponse.count())).toBe(0);
  });

  test("nobody changes or deletes one, nor looks into the buckets", async () => {
    await send([respond()]);
    const { actor } = await province.addActingPerson("leader", province.units.teamA);
    await expect(withActor(actor, (tx) => tx.$executeRaw`update survey_response set channel = 'own'`)).rejects.toThrow("42501");
    await expect(withActor(actor, (tx) => tx.$executeRaw`delete from survey_response`)).rejects.toThrow("42501");
    expect(await withActor(actor, (tx) => tx.$queryRaw`select 1 from survey_allowance`)).toEqual([]);
  });
});
