import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/survey-points/route";
import { addSummaries, summarise } from "@/lib/domain/survey/survey-summary";
import type { SurveyResponse } from "@/lib/domain/survey/survey-response";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { withProvince } from "@/lib/server/database/with-actor";
import { buildBriefing } from "@/lib/server/changes/briefing";
import { readSurveyResults } from "@/lib/server/survey/read-survey-results";
import { monthsUpTo, resultsQueryOf } from "@/lib/server/survey/results-query";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { addSurveyPoint, makeAnswers, makeResponse } from "../../factories/survey";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leaderA: Person;
let leaderB: Person;
let officer: Person;
let volunteer: Person;
let pointA: Awaited<ReturnType<typeof addSurveyPoint>>;
const now = "2026-08-20T03:00:00.000Z";
const month = "2026-08";

const august: SurveyResponse[] = [];

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { client, provinceId, units } = province;
  ({ volunteerA: volunteer, leaderA, leaderB, officer } = await province.addStaff());
  pointA = await addSurveyPoint(client, provinceId, units.teamA);
  const pointB = await addSurveyPoint(client, provinceId, units.teamB, "Một cửa Phước Sơn");
  const on = (day: string, changes: Parameters<typeof makeResponse>[0] = {}) => makeResponse({ answeredOn: LocalDate.parse(day), ...changes });
  august.push(
    ...Array.from({ length: 6 }, () => on("2026-08-03", { channel: "counter" })),
    on("2026-08-01"), on("2026-08-31", { answers: makeAnswers({ satisfaction: "unsatisfied", able: "no", asked: "yes" }) }),
  );
  await insertResponses(pointA.id, [...august, on("2026-07-31"), on("2026-09-01"), on("2026-02-28")]);
  await insertResponses(pointB.id, Array.from({ length: 4 }, () => on("2026-08-10")));
});
afterAll(() => province.remove());

async function insertResponses(pointId: string, responses: readonly SurveyResponse[]) {
  await insertRows(province.client, "survey_response", responses.map(({ id, answeredOn, channel, answers }) => ({
    id, province_id: province.provinceId, point_id: pointId, answered_on: answeredOn, channel, answers, received_on: answeredOn,
  })));
}

const results = (person: Person) => readSurveyResults(person.actor, month, now);
const change = async (person: Person, body: unknown) => {
  const cookie = await makeSessionCookie(province.client, person.actor.userId);
  const answer = await POST(makePost(body, { cookie }));
  return (await answer.json()) as { code?: string; error?: { code: string } };
};

test("a leader sees the own places by month, as the domain sums them up", async () => {
  const { months, places } = await results(leaderA);
  expect(months).toEqual(["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]);
  expect(places).toMatchObject([{ placeId: pointA.placeId, name: "Một cửa Phước Lộc", mostInADay: 6, points: [{ code: pointA.code, retiredOn: null }] }]);
  const expected = summarise(august.map(({ channel, answers }) => ({ channel, answers, count: 1 })));
  expect(places[0]?.byMonth.at(-1)).toEqual(expected);
  expect(expected.channels).toEqual({ own: 2, counter: 6 });
  expect(places[0]?.byMonth.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 8]);
});

test("an officer sees the places of all units below, and too few responses nowhere", async () => {
  const { places } = await results(officer);
  expect(places.map(({ name, byMonth }) => [name, byMonth.at(-1)?.count, byMonth.at(-1)?.answers !== undefined])).toEqual([
    ["Một cửa Phước Lộc", 8, true],
    ["Một cửa Phước Sơn", 4, false],
  ]);
  expect(addSummaries(places.flatMap(({ byMonth }) => byMonth.at(-1) ?? []))).toMatchObject({ count: 12, answers: { asked: { no: 7, yes: 1 } } });
});

test("another leader and a volunteer see nothing of it", async () => {
  expect((await results(leaderB)).places.map(({ name }) => name)).toEqual(["Một cửa Phước Sơn"]);
  expect(await results(volunteer)).toMatchObject({ places: [], withoutPoint: [] });
});

test("a leader opens a point at the counter of the unit above, for the own team; asking again gives the same", async () => {
  const counter = (await results(leaderA)).withoutPoint.find(({ name }) => name === "Một cửa Tuy Phước")!;
  const opened = await change(leaderA, { action: "open", placeId: counter.id });
  expect(opened.code).toMatch(/^[2-9A-Z]{8}$/);
  expect((await change(leaderA, { action: "open", placeId: counter.id })).code).toBe(opened.code);
  const { rows } = await province.client.query("select unit_id from survey_point where code = $1", [opened.code]);
  expect(rows).toEqual([{ unit_id: province.units.teamA }]);
  expect((await results(leaderA)).withoutPoint).toEqual([]);
  expect((await results(leaderB)).withoutPoint).toContainEqual(counter);
});

test("nobody opens or retires one for a unit that is not theirs", async () => {
  const unknown = await change(leaderB, { action: "open", placeId: randomUUID() });
  expect(await change(leaderB, { action: "open", placeId: pointA.placeId })).toEqual(unknown);
  expect(unknown.error?.code).toBe("unknownOrForbidden");
  expect((await change(leaderB, { action: "retire", code: pointA.code })).error?.code).toBe("unknownOrForbidden");
  expect((await change(volunteer, { action: "retire", code: pointA.code })).error?.code).toBe("unknownOrForbidden");
});

test("a phone hears of the open points of its places, the own team's first", async () => {
  const brief = () => withProvince(province.provinceId, (tx) => buildBriefing(tx, volunteer, now));
  const { surveyPoints = [], version } = await brief();
  expect(surveyPoints).toContainEqual({ code: pointA.code, placeId: pointA.placeId });
  const counter = surveyPoints.find(({ placeId }) => placeId !== pointA.placeId)!;
  const above = await change(officer, { action: "open", placeId: counter.placeId });
  expect(above.code).not.toBe(counter.code);
  expect((await brief()).surveyPoints).toEqual(surveyPoints);
  await change(leaderA, { action: "retire", code: counter.code });
  expect((await brief()).surveyPoints).toContainEqual({ code: above.code, placeId: counter.placeId });
  expect((await brief()).version).not.toBe(version);
});

test("a retired point keeps its day and its results", async () => {
  expect((await change(leaderA, { action: "retire", code: pointA.code })).code).toBe(pointA.code);
  const { rows: [first] } = await province.client.query("select retired_at from survey_point where code = $1", [pointA.code]);
  await change(leaderA, { action: "retire", code: pointA.code });
  const { rows: [second] } = await province.client.query("select retired_at from survey_point where code = $1", [pointA.code]);
  expect(second).toEqual(first);
  const place = (await results(leaderA)).places.find(({ placeId }) => placeId === pointA.placeId);
  expect(place?.byMonth.at(-1)?.count).toBe(8);
  expect(place?.points[0]?.retiredOn).not.toBeNull();
});

test("an address names a month and an order, or falls back to this month by name", () => {
  const today = LocalDate.parse("2026-08-20");
  expect(resultsQueryOf({ month: "2026-03", sort: "count" }, today)).toEqual({ month: "2026-03", sort: "count" });
  for (const wrong of ["2026-13", "2027-01", "2020-01", "x", ""]) expect(resultsQueryOf({ month: wrong, sort: "x" }, today)).toEqual({ month: "2026-08", sort: "place" });
  expect(monthsUpTo("2026-02", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
});
