import { expect, it } from "vitest";
import type { Command } from "@/lib/domain/command/command";
import type { Phone } from "@/lib/phone/phone";
import { watchdogMs } from "@/lib/phone/sync/sync-loop";
import { makeHelpSession } from "@/tests/factories/help-session";
import { nextTurn } from "@/tests/sync/activity";
import {
  accepted, createHarness, openAs, otherPersonId, personId, refusal, teamUnit, verdicts, type Harness,
} from "./phone-harness";
import { rawRows } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));

async function saveOffline(count: number, harness: Harness) {
  const opened = await openAs(personId, harness);
  const online = harness.network.commands;
  harness.network.commands = offline;
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const saved = await opened.phone.saveEntry(makeHelpSession(), teamUnit);
    if (saved.ok) ids.push(saved.value.entryId);
  }
  await harness.quiet();
  harness.network.commands = online;
  return { ...opened, ids };
}

const sentBatches = ({ network }: Harness) => network.requests.filter(({ path }) => path === "/api/commands").map(({ commands }) => commands);
const syncOf = (phone: Phone) => phone.entries.getSnapshot().map(({ sync }) => sync);

it("sends by itself what was saved and shows the receipt", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", receipt: "7K2-94M", status: "submitted" }]);
  expect(phone.sync.getSnapshot()).toMatchObject({ saved: 0, sending: 0, received: 1, connection: "online", elsewhere: false });
});

it("shows what is in a request as being sent", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const seen: string[][] = [];
  phone.entries.subscribe(() => seen.push(syncOf(phone)));
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(seen.flat()).toEqual(expect.arrayContaining(["saved", "sending", "received"]));
});

it("comes back with growing pauses while there is no network, and at once when woken", async () => {
  const harness = createHarness();
  const { phone, tab } = await saveOffline(1, harness);
  harness.network.commands = offline;
  const tries = () => sentBatches(harness).length;
  const before = tries();
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "offline", saved: 1, nextTryAt: expect.any(String) });
  await harness.wait();
  await harness.wait();
  expect(tries()).toBe(before + 2);
  harness.network.commands = (commands) => verdicts(personId, commands.map((command) => accepted(command)));
  tab.wake();
  await harness.quiet();
  expect(syncOf(phone)).toEqual(["received"]);
});

it("waits as long as a busy server asks, whoever wakes it", async () => {
  const harness = createHarness();
  const { phone, tab } = await saveOffline(1, harness);
  harness.network.commands = () => refusal("tooManyRequests", 429, { "retry-after": "60" });
  tab.wake();
  await harness.quiet();
  const before = sentBatches(harness).length;
  tab.wake();
  phone.wake();
  await harness.quiet();
  expect(await harness.wait(59_000)).toBe(false);
  expect(sentBatches(harness).length).toBe(before);
  expect(phone.sync.getSnapshot().connection).toBe("busy");
  await harness.wait(60_000);
  expect(sentBatches(harness).length).toBe(before + 1);
});

it("halves a batch that is too large until it passes", async () => {
  const harness = createHarness();
  const { phone } = await saveOffline(7, harness);
  harness.network.commands = (commands) =>
    commands.length > 2 ? refusal("tooLarge", 413) : verdicts(personId, commands.map((command) => accepted(command)));
  phone.wake();
  await harness.quiet();
  expect(syncOf(phone)).toEqual(Array(7).fill("received"));
});

it("shows a single command that is too large, and tries it again when asked to", async () => {
  const harness = createHarness();
  const { phone, ids } = await saveOffline(2, harness);
  const isLarge = ({ entryId }: Command) => entryId === ids[0];
  const online = harness.network.commands;
  harness.network.commands = (commands) => (commands.some(isLarge) ? refusal("tooLarge", 413) : online(commands));
  phone.wake();
  await harness.quiet();
  const byId = () => Object.fromEntries(phone.entries.getSnapshot().map((entry) => [entry.id, entry]));
  expect(byId()[ids[0]!]).toMatchObject({ sync: "attention", attention: { kind: "refused", refusal: { code: "tooLarge" } } });
  expect(byId()[ids[1]!]).toMatchObject({ sync: "received" });
  harness.network.commands = online;
  phone.wake();
  await harness.quiet();
  expect(byId()[ids[0]!]).toMatchObject({ sync: "received" });
});

it("takes an answer of something in between for no answer", async () => {
  const answers = [
    () => new Response("<html>Mời đăng nhập Wi-Fi</html>", { status: 200, headers: { "content-type": "text/html" } }),
    () => new Response('{"marker":"tinh-nguyen-so","protocol":1,"verd', { status: 200 }),
    () => Response.json({ verdicts: [] }),
    () => new Response(null, { status: 302, headers: { location: "http://wifi.example" } }),
  ];
  for (const answer of answers) {
    const harness = createHarness();
    const { phone } = await saveOffline(1, harness);
    harness.network.commands = answer;
    phone.wake();
    await harness.quiet();
    expect(phone.sync.getSnapshot()).toMatchObject({ connection: "captivePortal", saved: 1, received: 0 });
  }
});

it("takes an answer for another person's queue for no answer", async () => {
  const harness = createHarness();
  const { phone } = await saveOffline(1, harness);
  harness.network.commands = (commands) => verdicts(otherPersonId, commands.map((command) => accepted(command)));
  phone.wake();
  await harness.quiet();
  expect(phone.sync.getSnapshot()).toMatchObject({ saved: 1, received: 0 });
});

it("keeps a command without a verdict waiting, whatever its neighbours got", async () => {
  const harness = createHarness();
  const { phone, ids } = await saveOffline(3, harness);
  harness.network.commands = (commands) =>
    verdicts(personId, commands.filter(({ entryId }) => entryId !== ids[1]).map((command) => accepted(command)).reverse());
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot().filter(({ sync }) => sync === "saved").map(({ id }) => id)).toEqual([ids[1]]);
});

it("lets an entry that fails again and again hold up nobody else", async () => {
  const harness = createHarness();
  const { phone, ids } = await saveOffline(3, harness);
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map((command) => (command.entryId === ids[0] ? { commandId: command.id, verdict: "failed" } : accepted(command))));
  phone.wake();
  await harness.quiet();
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(phone.sync.getSnapshot()).toMatchObject({ saved: 1, received: 3, nextTryAt: expect.any(String) });
});

it("finds the one command at which the server breaks, and sends the others", async () => {
  const harness = createHarness();
  const { phone, ids } = await saveOffline(5, harness);
  const online = harness.network.commands;
  harness.network.commands = (commands) => (commands.some(({ entryId }) => entryId === ids[0]) ? refusal("serverFault", 500) : online(commands));
  phone.wake();
  await harness.quiet();
  for (let tries = 0; tries < 20 && phone.sync.getSnapshot().received < 4; tries += 1) await harness.wait();
  expect(phone.sync.getSnapshot()).toMatchObject({ saved: 1, received: 4 });
});

it("sends the commands of an entry in the order saved, a later one only behind accepted ones", async () => {
  const harness = createHarness();
  const { phone, ids } = await saveOffline(1, harness);
  const online = harness.network.commands;
  harness.network.commands = offline;
  await phone.amendEntry(ids[0]!, makeHelpSession());
  await phone.withdraw(ids[0]!);
  await harness.quiet();
  const before = sentBatches(harness).length;
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map((command, index) => (index === 0 ? accepted(command) : { commandId: command.id, verdict: "failed" })));
  phone.wake();
  await harness.quiet();
  harness.network.commands = online;
  for (let tries = 0; tries < 5 && phone.sync.getSnapshot().saved > 0; tries += 1) await harness.wait();
  const types = sentBatches(harness).slice(before).map((batch) => batch.map(({ type }) => type));
  expect(types).toEqual([["recordEntry", "amendEntry", "withdrawEntry"], ["amendEntry", "withdrawEntry"]]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", status: "withdrawn" }]);
});

it("pauses when nobody is signed in, keeps everything, and goes on after the sign-in", async () => {
  const harness = createHarness();
  const { phone, tab } = await saveOffline(2, harness);
  const online = harness.network.commands;
  harness.network.commands = () => refusal("notSignedIn", 401);
  tab.wake();
  await harness.quiet();
  const before = sentBatches(harness).length;
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "signInNeeded", saved: 2 });
  tab.wake();
  phone.wake();
  expect(await harness.wait()).toBe(false);
  expect(sentBatches(harness).length).toBe(before);
  harness.network.commands = online;
  expect(await phone.signedIn(personId)).toMatchObject({ ok: true, value: { state: "ready", phone } });
  await harness.quiet();
  expect(syncOf(phone)).toEqual(["received", "received"]);
});

it("gives a request that never ends up, and starts again", async () => {
  const harness = createHarness();
  const { phone } = await saveOffline(1, harness);
  const online = harness.network.commands;
  harness.network.commands = () => new Promise<Response>(() => {});
  phone.wake();
  await until(() => phone.sync.getSnapshot().sending === 1);
  harness.network.commands = online;
  harness.ring(watchdogMs);
  await until(() => phone.sync.getSnapshot().nextTryAt !== undefined);
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "offline", saved: 1, sending: 0 });
  await nextTurn();
  harness.ring(watchdogMs);
  await until(() => syncOf(phone)[0] === "received");
});

/** While a request never ends there is no quiet to wait for. */
async function until(condition: () => boolean) {
  while (!condition()) await nextTurn();
}

it("keeps delivered commands sealed until they are reconciled and 30 days old", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(await rawRows(harness.browser.indexedDB, "outbox")).toMatchObject([{ state: "delivered", sealed: expect.any(Uint8Array) }]);
});
