import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getChanges } from "@/app/api/changes/route";
import { POST as postCommands } from "@/app/api/commands/route";
import { POST as postPhones } from "@/app/api/phones/route";
import { POST as postWiped } from "@/app/api/phones/wiped/route";
import { deviceHeader, type DeviceManifest } from "@/lib/protocol/device-manifest";
import { protocolVersion } from "@/lib/protocol/version";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { listPhones } from "@/lib/server/fleet/list-phones";
import { makeManifest, makeRecord } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: Person;
let otherLeader: Person;
beforeAll(async () => {
  province = await makeWorkingProvince();
  leader = await province.addActingPerson("leader", province.units.teamA);
  otherLeader = await province.addActingPerson("leader", province.units.teamB);
});
afterAll(() => province.remove());

const origin = "http://localhost:3000";
const oldest = "2026-11-20T02:00:00.000Z";

/** A browser: its cookies, and what the app in it says of itself. */
async function makeBrowser(person: Person, changes: Partial<DeviceManifest> = {}) {
  const jar = new Map<string, string>();
  const [name = "", value = ""] = (await makeSessionCookie(province.client, person.actor.userId)).split("=");
  jar.set(name, value);
  const take = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, key = "", text = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/.test(cookie)) jar.delete(key);
      else jar.set(key, text);
    }
    return response;
  };
  const headers = () => ({ cookie: [...jar].map((pair) => pair.join("=")).join("; "), origin, "content-type": "application/json" });
  const manifest = makeManifest(changes);
  return {
    /** Somebody else signs in there. */
    handOver: async (next: Person) => {
      const other = await makeBrowser(next, manifest);
      const device = jar.get("tns-device");
      if (device) other.jar.set("tns-device", device);
      return other;
    },
    manifest,
    jar,
    news: async (device = manifest) => take(await getChanges(new Request(`${origin}/api/changes?personId=${person.actor.userId}`, {
      headers: { ...headers(), [deviceHeader]: Buffer.from(JSON.stringify(device)).toString("base64url") },
    }))),
    post: async (route: (request: Request) => Promise<Response>, path: string, body: object) =>
      take(await route(new Request(`${origin}${path}`, { method: "POST", headers: headers(), body: JSON.stringify(body) }))),
  };
}

const volunteer = () => province.addActingPerson("volunteer", province.units.teamA);
const phonesOf = (person: Person) => listPhones(person.actor, {}, new Date().toISOString());
const change = async (person: Person, body: object) => (await (await makeBrowser(person)).post(postPhones, "/api/phones", body)).json();

describe("a phone that was emptied behind the app", () => {
  test("is known by its cookie; author and leader hear what it held, and it counts as on no phone any more", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author, { pendingCount: 3, oldestCapturedAt: oldest as never });
    const first = await browser.news();
    expect(first.headers.getSetCookie().find((cookie) => cookie.startsWith("tns-device="))).toMatch(/HttpOnly; SameSite=Lax; Max-Age=34560000/);
    const emptied = makeManifest();
    expect(await (await browser.news(emptied)).json()).toMatchObject({ vanished: { count: 3, oldest } });
    expect(await (await browser.news(emptied)).json()).toMatchObject({ vanished: { count: 3, oldest } });
    const list = await phonesOf(leader);
    expect(list.losses).toMatchObject([{ deviceId: browser.manifest.deviceId, userId: author.actor.userId, unsent: 3, oldestCapturedAt: oldest }]);
    expect(list.phones.map(({ deviceId }) => deviceId)).toContain(emptied.deviceId);
    expect(list.phones.map(({ deviceId }) => deviceId)).not.toContain(browser.manifest.deviceId);
    expect(list.unsent.units).toEqual([]);
    expect((await phonesOf(otherLeader)).losses).toEqual([]);
    const settle = { action: "settleLoss", deviceId: browser.manifest.deviceId, userId: author.actor.userId };
    expect(await change(author, settle)).toMatchObject({ error: { code: "unknownOrForbidden" } });
    expect(await change(otherLeader, settle)).toMatchObject({ error: { code: "unknownOrForbidden" } });
    expect(await change(leader, settle)).toMatchObject({ deviceId: browser.manifest.deviceId });
    expect(await (await browser.news(emptied)).json()).not.toHaveProperty("vanished");
  });

  test("holds nothing of what came with the very request that told of it", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author);
    await browser.news();
    const device = { ...browser.manifest, pendingCount: 2 };
    const commands = [makeRecord(province.units.teamA, makeHelpSession())];
    await browser.post(postCommands, "/api/commands", { protocol: protocolVersion, personId: author.actor.userId, device, commands });
    expect(await (await browser.news(makeManifest())).json()).toMatchObject({ vanished: { count: 1 } });
    await change(leader, { action: "settleLoss", deviceId: device.deviceId, userId: author.actor.userId });
  });

  test("is there again when it speaks, and nothing of it was lost", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author, { pendingCount: 2 });
    await browser.news();
    const beside = makeManifest();
    await browser.news(beside);
    expect((await phonesOf(leader)).losses).toMatchObject([{ userId: author.actor.userId, unsent: 2 }]);
    expect(await (await browser.news()).json()).not.toHaveProperty("vanished");
    const list = await phonesOf(leader);
    expect(list.losses).toEqual([]);
    expect(list.phones.find(({ deviceId }) => deviceId === browser.manifest.deviceId)).toMatchObject({ people: [{ unsent: 2 }] });
    // Both are in one browser: neither makes the other vanish any more.
    await browser.news(beside);
    await browser.news();
    expect((await phonesOf(leader)).losses).toEqual([]);
  });

  test("is not noticed by whoever is not signed in", async () => {
    const browser = await makeBrowser(await volunteer(), { pendingCount: 2 });
    await browser.news();
    browser.jar.delete("next-auth.session-token");
    expect((await browser.news(makeManifest())).status).toBe(401);
    expect((await phonesOf(leader)).losses).toEqual([]);
  });

  test("is not believed when the cookie is somebody's invention", async () => {
    const [author, stranger] = [await volunteer(), await volunteer()];
    const held = await makeBrowser(author, { pendingCount: 2 });
    await held.news();
    const forger = await makeBrowser(stranger);
    forger.jar.set("tns-device", `${held.manifest.deviceId}.${held.jar.get("tns-device")!.split(".")[1]!.split("").reverse().join("")}`);
    await forger.news();
    expect((await phonesOf(leader)).losses).toEqual([]);
  });
});

describe("a phone that was taken back", () => {
  test("delivers what it holds into quarantine, hears that it has to be wiped and nothing of anybody, and is wiped once", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author, { pendingCount: 1 });
    await browser.news();
    const { deviceId } = browser.manifest;
    expect(await change(otherLeader, { action: "revoke", deviceId, reason: "lost" })).toMatchObject({ error: { code: "unknownOrForbidden" } });
    expect(await change(leader, { action: "revoke", deviceId, reason: "lost" })).toMatchObject({ deviceId });

    const command = makeRecord(province.units.teamA, makeHelpSession());
    const sent = await browser.post(postCommands, "/api/commands", { protocol: protocolVersion, personId: author.actor.userId, device: browser.manifest, commands: [command] });
    expect(await sent.json()).toMatchObject({ verdicts: [{ verdict: "accepted", status: "quarantined" }] });
    const news = await (await browser.news()).json();
    expect(news).toMatchObject({ orders: ["wipe"], entries: [] });
    expect(news).not.toHaveProperty("briefing");
    expect((await phonesOf(leader)).phones.find((phone) => phone.deviceId === deviceId)).toMatchObject({ revokedFor: "lost" });

    expect((await browser.post(postWiped, "/api/phones/wiped", { protocol: protocolVersion })).status).toBe(200);
    expect(browser.jar.has("tns-device")).toBe(false);
    expect((await phonesOf(leader)).phones.find((phone) => phone.deviceId === deviceId)).toMatchObject({ wipedAt: expect.any(String), people: [{ unsent: 0 }] });
    expect(await change(leader, { action: "restore", deviceId })).toMatchObject({ error: { code: "unknownOrForbidden" } });
  });

  test("is good again when it is given back before it heard", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author);
    await browser.news();
    await change(leader, { action: "revoke", deviceId: browser.manifest.deviceId, reason: "revoked" });
    await change(leader, { action: "restore", deviceId: browser.manifest.deviceId });
    expect(await (await browser.news()).json()).toMatchObject({ briefing: { person: { id: author.actor.userId } } });
  });

  test("is not given back by whoever works on it, when somebody else took it back", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author);
    await browser.news();
    const { deviceId } = browser.manifest;
    await change(leader, { action: "revoke", deviceId, reason: "lost" });
    expect(await change(author, { action: "revoke", deviceId, reason: "revoked" })).toMatchObject({ deviceId });
    expect(await change(author, { action: "restore", deviceId })).toMatchObject({ error: { code: "unknownOrForbidden" } });
    expect(await (await browser.news()).json()).toMatchObject({ orders: ["wipe"] });
    expect(await change(leader, { action: "restore", deviceId })).toMatchObject({ deviceId });
    await change(author, { action: "revoke", deviceId, reason: "lost" });
    expect(await change(author, { action: "restore", deviceId })).toMatchObject({ deviceId });
  });

  test("tells nothing of anybody to its session either, when that says it is another phone", async () => {
    const author = await volunteer();
    const browser = await makeBrowser(author);
    await browser.news();
    await change(leader, { action: "revoke", deviceId: browser.manifest.deviceId, reason: "lost" });
    const told = await (await browser.news(makeManifest())).json();
    expect(told).toMatchObject({ entries: [] });
    expect(told).not.toHaveProperty("briefing");
  });

  test("gives its cookie to nobody who only says its name", async () => {
    const browser = await makeBrowser(await volunteer());
    await browser.news();
    const stranger = await makeBrowser(await volunteer());
    expect((await stranger.news(browser.manifest)).status).toBe(200);
    expect([...stranger.jar.keys()]).not.toContain("tns-device");
  });

  test("can't be wiped by whoever has no cookie of it", async () => {
    const browser = await makeBrowser(await volunteer());
    expect((await browser.post(postWiped, "/api/phones/wiped", { protocol: protocolVersion })).status).toBe(401);
  });
});

test("a list names phones, unsent work and units of the own people; what others have on a shared phone only that there is somebody", async () => {
  const before = (await phonesOf(leader)).unsent.units[0]?.entries ?? 0;
  const [mine, theirs] = [await volunteer(), await province.addActingPerson("volunteer", province.units.teamB)];
  const shared = makeManifest({ pendingCount: 4, oldestCapturedAt: oldest as never, installed: false });
  const browser = await makeBrowser(mine);
  await browser.news(shared);
  await change(leader, { action: "rename", deviceId: shared.deviceId, name: "Máy quầy 1" });
  await (await browser.handOver(theirs)).news({ ...shared, pendingCount: 9 });
  const list = await phonesOf(leader);
  expect(list.phones.find(({ deviceId }) => deviceId === shared.deviceId)).toMatchObject({
    name: "Máy quầy 1", installed: false, othersToo: true, people: [{ userId: mine.actor.userId, unsent: 4, oldestCapturedAt: expect.any(String) }],
  });
  expect(list.unsent.units[0]).toMatchObject({ unitId: province.units.teamA, entries: before + 4 });
  expect(list.unsent.entries).toBe(list.unsent.units.reduce((sum, { entries }) => sum + entries, 0));
  expect(list.unsent.people).toContainEqual({ name: mine.name, unitName: expect.any(String) as string, unsent: 4, oldest: expect.any(String) as string });

  const officer = await province.addActingPerson("officer", province.units.district);
  const ofTeamB = await listPhones(officer.actor, { unit: province.units.teamB }, new Date().toISOString());
  expect(ofTeamB.unsent).toMatchObject({ entries: 9, phones: 1, peopleCount: 1, people: [{ name: theirs.name, unsent: 9 }] });
  expect((await listPhones(leader.actor, { unit: province.units.teamB }, new Date().toISOString())).unsent.entries).toBe(0);
});

test("a list of one person's phones has those alone, also of long ago, and none of people who are not the reader's", async () => {
  const [mine, theirs] = [await volunteer(), await province.addActingPerson("volunteer", province.units.teamB)];
  const [held, hidden] = [await makeBrowser(mine), await makeBrowser(theirs)];
  await held.news();
  await hidden.news();
  await province.client.query("update device_manifest set reported_at = now() - interval '1 year' where user_id = $1", [mine.actor.userId]);
  const of = async (person: Person) => (await listPhones(leader.actor, { person: person.actor.userId }, new Date().toISOString())).phones.map(({ deviceId }) => deviceId);
  expect(await of(mine)).toEqual([held.manifest.deviceId]);
  expect(await of(theirs)).toEqual([]);
});

describe("a phone on which people of two units work", () => {
  const makeShared = async (theirs: Person, changes: Partial<DeviceManifest> = {}) => {
    const browser = await makeBrowser(await volunteer());
    await browser.news();
    const { deviceId } = browser.manifest;
    await (await browser.handOver(theirs)).news({ ...browser.manifest, ...changes });
    return { browser, deviceId, revoke: { action: "revoke", deviceId, reason: "lost" } };
  };

  test("is taken back by whoever looks after all of them, and by nobody else", async () => {
    const { browser, revoke } = await makeShared(await province.addActingPerson("volunteer", province.units.teamB));
    for (const one of [leader, otherLeader]) {
      expect(await change(one, revoke)).toMatchObject({ error: { code: "othersOnPhone" } });
    }
    expect(await (await browser.news()).json()).not.toHaveProperty("orders");
    expect(await change(await province.addActingPerson("officer", province.units.district), revoke)).toMatchObject({ deviceId: revoke.deviceId });
    expect(await (await browser.news()).json()).toMatchObject({ orders: ["wipe"] });
  });

  test("nor by the leader of one when a superior works on it too", async () => {
    const { revoke } = await makeShared(await province.addActingPerson("officer", province.units.district));
    expect(await change(leader, revoke)).toMatchObject({ error: { code: "othersOnPhone" } });
  });

  test("is nobody's who worked on it long ago and left nothing there", async () => {
    const theirs = await province.addActingPerson("volunteer", province.units.teamB);
    const { revoke } = await makeShared(theirs);
    await province.client.query("update device_manifest set reported_at = now() - interval '91 days' where user_id = $1", [theirs.actor.userId]);
    expect(await change(leader, revoke)).toMatchObject({ deviceId: revoke.deviceId });
  });
});

test("nobody is on a phone of others by saying its name", async () => {
  const browser = await makeBrowser(await volunteer());
  await browser.news();
  const { manifest } = browser;
  const body = { protocol: protocolVersion, personId: otherLeader.actor.userId, device: manifest, commands: [] };
  const stranger = await makeBrowser(otherLeader);
  await stranger.news(manifest);
  await stranger.post(postCommands, "/api/commands", body);
  expect(await change(otherLeader, { action: "revoke", deviceId: manifest.deviceId, reason: "lost" })).toMatchObject({ error: { code: "unknownOrForbidden" } });
  expect(await change(leader, { action: "revoke", deviceId: manifest.deviceId, reason: "lost" })).toMatchObject({ deviceId: manifest.deviceId });
});

test("the database itself lets nobody take back a phone of people who are not theirs", async () => {
  const device = makeManifest({ deviceId: randomUUID() });
  await (await makeBrowser(await volunteer())).news(device);
  const revoke = (actor: Person["actor"]) => withActor(actor, (tx) => tx.$executeRaw`update device set revoked_at = now() where id = ${device.deviceId}::uuid`);
  expect(await revoke(otherLeader.actor)).toBe(0);
  expect(await revoke(leader.actor)).toBe(1);
});
