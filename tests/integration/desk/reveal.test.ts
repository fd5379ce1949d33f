import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/reveal/route";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { makeManifest, makeRecord } from "../../factories/commands";
import { makeConsent, makeHelpSession, makePerson } from "../../factories/help-session";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let entryId: string;
let cookieA: string;
let cookieB: string;
let leaderId: string;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { teamA, teamB } = province.units;
  const author = await province.addActingPerson("volunteer", teamA);
  const leaderA = await province.addActingPerson("leader", teamA);
  const leaderB = await province.addActingPerson("leader", teamB);
  leaderId = leaderA.actor.userId;
  cookieA = await makeSessionCookie(province.client, leaderId);
  cookieB = await makeSessionCookie(province.client, leaderB.actor.userId);
  const content = makeHelpSession({
    subject: makePerson({ personalNumber: "052095009876", phone: "0905123456" }),
    consent: makeConsent({ purposes: ["record", "contact"] }),
  });
  const command = makeRecord(teamA, content);
  entryId = command.entryId;
  await executeCommands(author, { device: makeManifest(), commands: [command] }, { now: new Date().toISOString() });
});
afterAll(() => province.remove());
beforeEach(() => province.client.query("truncate access_log"));

const ask = (body: unknown, headers: Record<string, string> = { cookie: cookieA }) => POST(makePost(body, headers));

async function accesses() {
  const { rows } = await province.client.query("select actor_id, entry_id, fields from access_log");
  return rows;
}

test("shows a field that was asked for and writes down who asked", async () => {
  const answer = await ask({ entryId, fields: ["personalNumber"] });
  expect(await answer.json()).toMatchObject({ values: { personalNumber: "052095009876" } });
  expect(await accesses()).toEqual([{ actor_id: leaderId, entry_id: entryId, fields: ["personalNumber"] }]);
});

test("shows nothing that was not asked for", async () => {
  const { values } = (await (await ask({ entryId, fields: ["phone"] })).json()) as { values: object };
  expect(values).toEqual({ phone: "+84905123456" });
});

test("every look is on record, also the second one at the same", async () => {
  await ask({ entryId, fields: ["personalNumber"] });
  await ask({ entryId, fields: ["personalNumber"] });
  expect(await accesses()).toHaveLength(2);
});

test("answers another team's leader as if there were no such entry, and shows nothing", async () => {
  const foreign = await ask({ entryId, fields: ["personalNumber"] }, { cookie: cookieB });
  const unknown = await ask({ entryId: randomUUID(), fields: ["personalNumber"] }, { cookie: cookieB });
  expect([foreign.status, await foreign.json()]).toEqual([unknown.status, await unknown.json()]);
  expect(foreign.status).toBe(404);
  expect(await accesses()).toEqual([]);
});

test("asks who one is, and is refused to pages of others and for fields that are not masked", async () => {
  expect((await ask({ entryId, fields: ["personalNumber"] }, {})).status).toBe(401);
  expect((await ask({ entryId, fields: ["personalNumber"] }, { cookie: cookieA, origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await ask({ entryId, fields: ["name"] })).status).toBe(400);
  expect(await accesses()).toEqual([]);
});
