import { expect, it } from "vitest";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { OutboxRow } from "@/lib/phone/database/phone-database";
import { openStorage } from "@/lib/phone/database/storage";
import type { Phone } from "@/lib/phone/phone";
import { deliverEverybody } from "@/lib/phone/recovery/deliver-everybody";
import type { Verdict } from "@/lib/protocol/commands";
import { openSeal } from "@/lib/server/crypto/server-key";
import { makeHelpSession, makeId } from "@/tests/factories/help-session";
import type { Tab } from "@/tests/sync/fake-browser";
import { open, takeRecovered, tellKey } from "./fake-recovery";
import { accepted, changes, createHarness, enter, openAs, otherPersonId, ours, personId, refusal, serverTime, teamUnit, valueOf, verdicts, type Harness } from "./phone-harness";
import { rawRows, withRaw } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));
const rowsOf = async ({ browser }: Harness) => (await rawRows(browser.indexedDB, "outbox")) as unknown as OutboxRow[];
const contents = new Map<number, HelpSession>();
/** Always the same for a minute. */
function contentAt(minute: number): HelpSession {
  const content = contents.get(minute) ?? makeHelpSession({ happenedAt: `2026-08-07T02:${minute}:00.000Z` });
  contents.set(minute, content);
  return content;
}

async function withUnsent(minutes: readonly number[], harness = createHarness()) {
  tellKey(harness);
  const opened = await openAs(personId, harness);
  const { network } = harness;
  const online = network.commands;
  network.commands = offline;
  const ids: string[] = [];
  for (const minute of minutes) {
    ids.push(valueOf(await opened.phone.saveEntry(contentAt(minute), teamUnit)).entryId);
  }
  await harness.quiet();
  network.commands = online;
  return { ...opened, harness, ids };
}

/** Signs in with the server and chooses another PIN. */
async function forget({ door }: Tab, phone: Phone | undefined): Promise<Phone> {
  await phone?.lock();
  const opening = await door.open();
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  return enter(personId, valueOf(await opening.signedIn(personId, "forgottenPin")));
}

it("seals what is saved to the server's key in the same moment, and keeps no seal of what was delivered", async () => {
  const { harness, phone } = await withUnsent([10]);
  const [row] = await rowsOf(harness);
  expect(openSeal(row!.id, personId, row!.recovery!)).toMatchObject({ type: "recordEntry", content: contentAt(10) });
  phone.wake();
  await harness.quiet();
  expect((await rowsOf(harness)).map(({ state, recovery }) => [state, recovery])).toEqual([["delivered", undefined]]);
});

it("seals what was saved before the server's key was known, as soon as it is", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  harness.network.commands = (commands) => verdicts(personId, commands.map(({ id }) => ({ commandId: id, verdict: "failed" })));
  await phone.saveEntry(contentAt(10), teamUnit);
  await phone.saveEntry(contentAt(11), teamUnit);
  await harness.quiet();
  expect((await rowsOf(harness)).map(({ recovery }) => recovery)).toEqual([undefined, undefined]);
  tellKey(harness);
  phone.wake();
  await harness.quiet();
  phone.wake();
  await harness.quiet();
  for (const row of await rowsOf(harness)) expect(openSeal(row.id, personId, row.recovery!)).toMatchObject({ id: row.id });
});

it("brings back every unsent entry after a forgotten PIN: received, or with what was entered where it was refused", async () => {
  const { harness, tab, phone, ids } = await withUnsent([10, 11, 12]);
  harness.network.commands = offline;
  await phone.amendEntry(ids[1]!, contentAt(31));
  const refuse = (entryId: string) => entryId === ids[2];
  const requests = takeRecovered(harness, (command) =>
    refuse(command.entryId) ? { commandId: command.id, verdict: "refused", code: "consentMissing", field: "consent.purposes" } : undefined);
  const again = await forget(tab, phone);
  await harness.quiet();
  expect(requests.flatMap(({ rows }) => rows.map((row) => open(row)?.type))).toEqual(["recordEntry", "recordEntry", "recordEntry", "amendEntry"]);
  const shown = Object.fromEntries(again.entries.getSnapshot().map(({ id, sync, attention }) => [id, attention ? attention : sync]));
  expect(shown).toEqual({
    [ids[0]!]: "received", [ids[1]!]: "received",
    [ids[2]!]: { kind: "refused", refusal: { code: "consentMissing", field: "consent.purposes" } },
  });
  expect(await again.openEntry(ids[1]!)).toMatchObject({ content: contentAt(31) });
  expect(await again.openEntry(ids[2]!)).toMatchObject({ content: contentAt(12), mayAmend: true });
  expect((await rawRows(harness.browser.indexedDB, "keys")).map(({ id }) => id).sort()).toEqual([personId, "phone"].sort());
});

it("a refused entry that came back is repaired and sent like any other", async () => {
  const { harness, tab, phone, ids } = await withUnsent([10]);
  harness.network.commands = offline;
  takeRecovered(harness, ({ id }) => ({ commandId: id, verdict: "refused", code: "consentMissing" }));
  const again = await forget(tab, phone);
  await harness.quiet();
  harness.network.commands = (commands) => verdicts(personId, commands.map((command) => accepted(command)));
  expect(await again.amendEntry(ids[0]!, contentAt(40))).toMatchObject({ ok: true });
  await harness.quiet();
  expect(again.entries.getSnapshot()).toMatchObject([{ id: ids[0], sync: "received" }]);
});

it("keeps what nobody can open until the server has answered, says that it is there, and tries again", async () => {
  const { harness, tab, phone, ids } = await withUnsent([10, 11]);
  harness.network.recovered = offline;
  const again = await forget(tab, phone);
  await harness.quiet();
  expect(again.entries.getSnapshot()).toEqual([]);
  expect(again.recovering.getSnapshot()).toBe(2);
  expect((await rowsOf(harness)).every(({ recovery }) => recovery)).toBe(true);
  takeRecovered(harness, ({ entryId, id }): Verdict | undefined => (entryId === ids[0] ? { commandId: id, verdict: "failed" } : undefined));
  again.wake();
  await harness.quiet();
  expect(again.entries.getSnapshot().map(({ id }) => id)).toEqual([ids[1]]);
  expect(again.recovering.getSnapshot()).toBe(1);
  takeRecovered(harness);
  await harness.wait();
  again.wake();
  await harness.quiet();
  expect(again.entries.getSnapshot().map(({ id, sync }) => [id, sync]).sort()).toEqual(ids.map((id) => [id, "received"]).sort());
});

it("loses nothing wherever the app is killed on the way back", { timeout: 60_000 }, async () => {
  for (let step = 1; ; step += 5) {
    const { harness, tab, phone, ids } = await withUnsent([10, 11]);
    takeRecovered(harness);
    tab.life.killIn(step);
    const outcome = await Promise.race([forget(tab, phone).catch(() => undefined), tab.life.death]);
    await harness.quiet();
    tab.life.kill();
    harness.browser.endWorker();
    const next = harness.browser.openTab();
    const again = await enter(personId, await next.door.open());
    again.wake();
    await harness.quiet();
    expect(again.entries.getSnapshot().map(({ id, sync }) => [id, sync]).sort(), `killed at step ${step}`).toEqual(ids.map((id) => [id, "received"]).sort());
    if (outcome) return void expect(step).toBeGreaterThan(20);
  }
});

it("what the server can't open either is the server's to keep, and stops nothing else", async () => {
  const { harness, tab, phone, ids } = await withUnsent([10, 11]);
  await withRaw(harness.browser.indexedDB, async (database) => {
    const row = (await database.table("outbox").toArray()).find(({ entryId }) => entryId === ids[0]);
    const broken = row.recovery.slice();
    broken[broken.length - 1] ^= 1;
    await database.table("outbox").put({ ...row, recovery: broken });
  });
  takeRecovered(harness);
  const again = await forget(tab, phone);
  await harness.quiet();
  expect(again.entries.getSnapshot().map(({ id }) => id)).toEqual([ids[1]]);
  expect((await rowsOf(harness)).map(({ entryId }) => entryId)).toEqual([ids[1]]);
  expect(harness.browser.faults).toEqual([]);
});

it("delivers by the phone's cookie for whom nobody can sign in any more, and asks everybody else to sign in", async () => {
  const { harness, phone } = await withUnsent([10, 11]);
  harness.network.commands = () => refusal("notSignedIn", 401);
  harness.network.changes = () => refusal("notSignedIn", 401);
  phone.wake();
  await harness.quiet();
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "signInNeeded", saved: 2 });
  takeRecovered(harness, ({ id, entryId }) => ({ commandId: id, verdict: "accepted", entryId, status: "quarantined", version: 1, receipt: "7K2-94M" }));
  await phone.signedIn(personId);
  await harness.quiet();
  expect(phone.entries.getSnapshot().map(({ sync, status }) => [sync, status])).toEqual(Array(2).fill(["received", "quarantined"]));
});

it("sends everybody's work without anybody's key, and tells how much is left", async () => {
  const { harness, tab, phone } = await withUnsent([10]);
  await phone.lock("handOver");
  harness.network.session = otherPersonId;
  tellKey(harness);
  harness.network.commands = offline;
  const opening = await tab.door.open();
  const other = await enter(otherPersonId, opening);
  await other.saveEntry(contentAt(20), teamUnit);
  await other.saveEntry(contentAt(21), teamUnit);
  await harness.quiet();
  tab.life.kill();
  const next = harness.browser.openTab();
  const opened = await openStorage(next.environment, () => undefined);
  if (opened.state !== "open") throw new Error("The storage did not open");
  const requests = takeRecovered(harness, ({ id, ...command }) =>
    "content" in command && command.content.happenedAt === contentAt(21).happenedAt ? { commandId: id, verdict: "failed" } : undefined);
  expect(await deliverEverybody(opened.storage, next.environment)).toEqual({ ok: true, value: { left: 1 } });
  expect(requests.flatMap(({ rows }) => rows.map(({ ownerId }) => ownerId))).toEqual([personId, otherPersonId, otherPersonId]);
  takeRecovered(harness);
  expect(await deliverEverybody(opened.storage, next.environment)).toEqual({ ok: true, value: { left: 0 } });
});

it("gives back what another phone brought and was refused, once it is stored here", async () => {
  const { harness, phone, ids } = await withUnsent([10]);
  phone.wake();
  await harness.quiet();
  const command = { id: makeId(), type: "amendEntry" as const, entryId: ids[0]!, issuedAt: "2026-08-07T03:00:00.000Z", expectedVersion: 1, content: contentAt(50) };
  const kept = [command];
  harness.network.changes = () => changes(personId, [], { returned: kept.length });
  harness.network.recovered = ({ taken = [] }) => {
    if (taken.includes(command.id)) kept.pop();
    const verdict = { commandId: command.id, verdict: "refused", code: "versionConflict" };
    return ours({ serverTime, verdicts: [], opened: [], returned: kept.map(({ id, entryId }) => ({ commandId: id, entryId, command, verdict })) });
  };
  harness.network.commands = (commands) => verdicts(personId, commands.map(({ id }) => ({ commandId: id, verdict: "refused", code: "versionConflict" })));
  phone.wake();
  await harness.quiet();
  await harness.wait();
  expect(kept).toEqual([]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ id: ids[0], attention: { kind: "conflict" } }]);
  expect(await phone.openEntry(ids[0]!)).toMatchObject({ content: contentAt(50), serverContent: contentAt(10) });
});
