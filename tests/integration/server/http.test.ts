import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createProtocolClient } from "@/lib/protocol/client";
import { maxCommandsPerRequest, maxRequestBytes } from "@/lib/protocol/commands";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import { makeManifest, makeRecord } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeSessionCookie } from "../../factories/session";
import type { SmallPerson } from "../../factories/small-province";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { serveHandlers } from "../../setup/http-server";

let province: WorkingProvince;
let server: Awaited<ReturnType<typeof serveHandlers>>;
let person: SmallPerson;
let cookie: string;

beforeAll(async () => {
  province = await makeWorkingProvince();
  server = await serveHandlers();
  person = await province.addPerson("volunteer", province.units.teamA);
  cookie = await makeSessionCookie(province.client, person.id);
});
afterAll(async () => {
  await server.close();
  await province.remove();
});

const device = makeManifest();
const record = () => makeRecord(province.units.teamA, makeHelpSession());
const body = (changes: object = {}) => ({ protocol: protocolVersion, personId: person.id, device, commands: [record()], ...changes });
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api/commands`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
const codeOf = async (response: Response) => {
  const answer = await response.json();
  expect(answer).toMatchObject({ marker: protocolMarker, protocol: protocolVersion });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return [response.status, answer.error?.code];
};

test("the client that phones use records, reads it back and finds nothing missing", async () => {
  const client = createProtocolClient((url, init) => fetch(url, { ...init, headers: { ...(init.headers as object), cookie } }), server.origin);
  const command = record();
  const sent = await client.sendCommands({ protocol: protocolVersion, personId: person.id, device, commands: [command] });
  expect(sent).toMatchObject({ ok: true, value: { verdicts: [{ commandId: command.id, verdict: "accepted" }] } });
  const read = await client.fetchChanges({ personId: person.id, device });
  expect(read).toMatchObject({ ok: true, value: { resync: false, entries: [{ id: command.entryId, content: command.content }] } });
  const stranger = randomUUID();
  const reconciled = await client.reconcile({ protocol: protocolVersion, personId: person.id, commandIds: [command.id, stranger] });
  expect(reconciled).toMatchObject({ ok: true, value: { missing: [stranger] } });
});

test("what the phone still holds is known per device and person", async () => {
  const manifest = makeManifest({ pendingCount: 3, appVersion: "1\u0000é", clockOffsetMs: 9e12 });
  expect((await post(body({ device: manifest }))).status).toBe(200);
  const { rows } = await province.client.query("select * from device_manifest where device_id = $1", [manifest.deviceId]);
  expect(rows).toMatchObject([{ user_id: person.id, pending_count: 3, app_version: "1??", clock_offset_ms: 2_147_483_647 }]);
});

test("nobody is told to sign in", async () => {
  expect(await codeOf(await post(body(), { cookie: "" }))).toEqual([401, "notSignedIn"]);
});

test("the queue of another person is not taken", async () => {
  expect(await codeOf(await post(body({ personId: randomUUID() })))).toEqual([403, "wrongPerson"]);
});

test("a disabled person still delivers, into quarantine, and reads no content any more", async () => {
  const gone = await province.addPerson("volunteer", province.units.teamA);
  const headers = { cookie: await makeSessionCookie(province.client, gone.id) };
  await province.client.query("update app_user set disabled_at = now(), session_version = session_version + 1 where id = $1", [gone.id]);
  const answer = await (await post(body({ personId: gone.id }), headers)).json();
  expect(answer).toMatchObject({ verdicts: [{ verdict: "accepted", status: "quarantined" }] });
  const feed = await (await fetch(`${server.origin}/api/changes?personId=${gone.id}`, { headers })).json();
  expect(feed.entries).toHaveLength(1);
  expect(feed.entries[0]).not.toHaveProperty("content");
});

test("a page of somebody else can't write", async () => {
  expect(await codeOf(await post(body(), { origin: "https://evil.example" }))).toEqual([403, "wrongOrigin"]);
  expect(await codeOf(await post(body(), { "sec-fetch-site": "cross-site" }))).toEqual([403, "wrongOrigin"]);
  expect((await post(body(), { origin: server.origin })).status).toBe(200);
});

test("what is no JSON, has the wrong type or shape is a bad request", async () => {
  expect(await codeOf(await post("{"))).toEqual([400, "badRequest"]);
  expect(await codeOf(await post("[]"))).toEqual([400, "badRequest"]);
  expect(await codeOf(await post("null"))).toEqual([400, "badRequest"]);
  expect(await codeOf(await post(body(), { "content-type": "text/plain" }))).toEqual([400, "badRequest"]);
  expect(await codeOf(await post(body({ commands: [] })))).toEqual([400, "badRequest"]);
});

test("an app from another age is told so", async () => {
  expect(await codeOf(await post(body({ protocol: 99, commands: "of another shape" })))).toEqual([426, "unsupportedProtocol"]);
});

test("too many commands or bytes are too large", async () => {
  const { personId } = body();
  expect(await codeOf(await post({ protocol: 1, personId, device, commands: Array(maxCommandsPerRequest + 1).fill({}) }))).toEqual([413, "tooLarge"]);
  expect(await codeOf(await post(" ".repeat(maxRequestBytes + 1)))).toEqual([413, "tooLarge"]);
  expect((await post(body())).status).toBe(200);
});

test("commands that are no commands are answered one by one", async () => {
  const good = record();
  const commands = [null, 7, { id: "x" }, { ...record(), content: "deep" }, { ...record(), type: "other" }, good];
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const { verdicts } = await (await post(JSON.stringify(body({ commands })).replace('"deep"', deep))).json();
  expect(verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => code ?? verdict)).toEqual(
    [...Array(4).fill("malformed"), "malformed", "accepted"]);
});

test("a fault of ours is answered as ours and says nothing of its cause", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await province.client.query("alter table indicator_version rename to hidden");
  const response = await fetch(`${server.origin}/api/changes?personId=${person.id}`, { headers: { cookie } });
  await province.client.query("alter table hidden rename to indicator_version");
  expect(await codeOf(response)).toEqual([500, "serverFault"]);
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("GET /api/changes"));
  log.mockRestore();
});

test("health says that commits last", async () => {
  const response = await fetch(`${server.origin}/api/health`);
  expect(await response.json()).toMatchObject({ marker: protocolMarker, healthy: true });
});
