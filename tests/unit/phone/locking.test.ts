import { expect, it } from "vitest";
import type { PhoneOpening } from "@/lib/phone/opening";
import { nextTurn } from "@/tests/sync/activity";
import { makeHelpSession } from "@/tests/factories/help-session";
import { createHarness, enter, makeBriefing, openAs, otherPersonId, personId, pin, teamUnit, valueOf, type Harness } from "./phone-harness";
import { rawRows, withRaw } from "./raw-database";
import { putFormerPerson } from "./former-phone";

const offline = () => Promise.reject(new TypeError("no network"));
const minutes = 60_000;

it("asks for the PIN once the browser was closed, and opens without a network", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  tab.life.kill();
  harness.browser.endWorker();
  harness.network.changes = harness.network.commands = offline;
  const opening = await openLocked(harness);
  expect(opening).toMatchObject({ chosen: personId, people: [{ id: personId, name: "Lê Thị Hoa", unsent: 0 }] });
  expect(await opening.unlock(personId, "111113")).toEqual({ ok: false, error: { problem: "wrongPin", left: 9 } });
  const again = valueOf(await opening.unlock(personId, pin));
  expect(again.entries.getSnapshot()).toHaveLength(1);
});

it("keeps neither PIN nor key where they could be read, and the name of nobody", async () => {
  const harness = createHarness();
  await openAs(personId, harness);
  const rows = await rawRows(harness.browser.indexedDB, "keys");
  const keys = rows.filter(({ key }) => key !== undefined) as unknown as { key: CryptoKey }[];
  expect(keys.map(({ key }) => key.extractable)).toEqual([false]);
  expect(rows.find(({ id }) => id === personId)).toMatchObject({ wrapping: "pin", iterations: 10 });
  expect(Buffer.concat(rows.flatMap((row) => Object.values(row)).filter((value) => value instanceof Uint8Array)).toString("latin1")).not.toMatch(/Hoa|258036/);
});

it("opens with the PIN only together with the phone's own key", async () => {
  const harness = createHarness();
  const { tab } = await openAs(personId, harness);
  tab.life.kill();
  harness.browser.endWorker();
  const other = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await withRaw(harness.browser.indexedDB, (database) => database.table("keys").update("phone", { key: other }));
  const opening = await openLocked(harness);
  expect(await opening.unlock(personId, pin)).toEqual({ ok: false, error: { problem: "storage" } });
  expect(harness.browser.faults).toHaveLength(1);
});

it("lets wrong PINs wait, across restarts and a clock that is turned back, and at last asks for a sign-in", async () => {
  const harness = createHarness();
  const { tab } = await openAs(personId, harness);
  tab.life.kill();
  harness.browser.endWorker();
  const wrong = async () => {
    const tab = harness.browser.openTab();
    const opening = await tab.door.open();
    if (opening.state !== "locked") throw new Error(opening.state);
    const answer = await opening.unlock(personId, "111113");
    tab.life.kill();
    return answer.ok ? "opened" : answer.error;
  };
  for (const left of [9, 8, 7]) expect(await wrong()).toEqual({ problem: "wrongPin", left });
  const inHalfAMinute = () => new Date(harness.browser.now() + 30_000).toISOString();
  expect(await wrong()).toEqual({ problem: "wrongPin", left: 6, waitUntil: inHalfAMinute() });
  expect(await openLocked(harness)).toMatchObject({ people: [{ waitUntil: inHalfAMinute() }] });
  expect(await wrong()).toEqual({ problem: "wait", waitUntil: inHalfAMinute() });
  harness.browser.jumpClock(-60 * minutes);
  expect(await wrong()).toEqual({ problem: "wait", waitUntil: inHalfAMinute() });
  for (const left of [5, 4, 3, 2, 1, 0]) {
    harness.browser.jumpClock(61 * minutes);
    expect(await wrong()).toMatchObject({ problem: "wrongPin", left });
  }
  harness.browser.jumpClock(61 * minutes);
  expect(await wrong()).toEqual({ problem: "signInNeeded" });
  const opening = await openLocked(harness);
  expect(opening.people).toMatchObject([{ mustSignIn: true }]);
  const back = valueOf(await opening.signedIn(personId));
  expect(back).toMatchObject({ state: "locked", chosen: personId });
  expect(await enter(personId, back)).toBeDefined();
});

it("counts a try that was ended before its answer", async () => {
  const harness = createHarness();
  const { tab } = await openAs(personId, harness);
  tab.life.kill();
  harness.browser.endWorker();
  const trying = harness.browser.openTab();
  Object.assign(trying.environment, { derivePinKey: () => trying.life.kill() });
  const opening = await trying.door.open();
  void (opening.state === "locked" && opening.unlock(personId, "111113"));
  await trying.life.death;
  await harness.quiet();
  const next = await openLocked(harness);
  expect(await next.unlock(personId, "111113")).toMatchObject({ error: { left: 8 } });
});

it("locks every tab at once, keeps what is half typed, and writes nothing afterwards", async () => {
  const harness = createHarness();
  const first = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  const openings: string[] = [];
  for (const { tab } of [first, second]) tab.door.subscribe(({ state }) => openings.push(state));
  second.phone.beforeLock(() => second.phone.drafts.save("session", { name: "Ngu" }));
  await first.phone.lock();
  await harness.quiet();
  expect(new Set(openings)).toEqual(new Set(["locked"]));
  expect(await harness.browser.openTab().door.open()).toMatchObject({ state: "locked", chosen: personId });
  expect(await first.phone.saveEntry(makeHelpSession(), teamUnit)).toMatchObject({ ok: false });
  const { phone } = await openAs(personId, harness);
  expect(await phone.drafts.load("session")).toEqual({ name: "Ngu" });
  expect(phone.entries.getSnapshot()).toEqual([]);
  expect(harness.browser.faults).toEqual([]);
});

it("locks a tab that is just opening, at whatever step it is", async () => {
  const harness = createHarness();
  for (let turns = 0; turns < 60; turns += 3) {
    const { tab, phone } = await openAs(personId, harness);
    const opening = harness.browser.openTab();
    void opening.door.open();
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    await phone.lock();
    await harness.quiet();
    expect(await opening.door.open()).toMatchObject({ state: "locked" });
    expect(await opening.environment.keyKeeper.ask()).toBeUndefined();
    for (const { life } of [tab, opening]) life.kill();
  }
});

it("opens the other tabs with the one that is unlocked", async () => {
  const harness = createHarness();
  const first = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  await first.phone.lock();
  await harness.quiet();
  await enter(personId, await first.tab.door.open());
  await harness.quiet();
  expect(await second.tab.door.open()).toMatchObject({ state: "ready" });
});

it("hands the phone over without a network, sends nobody's work for another, and each one's in their own name", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const online = harness.network.commands;
  await phone.lock("handOver");
  harness.network.session = otherPersonId;
  const others = await enter(otherPersonId, await tab.door.open());
  harness.network.commands = offline;
  await others.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();

  // Two taps: who, and the PIN. A wrong one changes nothing.
  expect(await others.switchTo(personId, "111113")).toMatchObject({ error: { problem: "wrongPin" } });
  expect(await tab.door.open()).toMatchObject({ state: "ready", phone: others });
  const own = valueOf(await others.switchTo(personId, pin));
  await own.saveEntry(makeHelpSession(), teamUnit);
  await own.saveEntry(makeHelpSession(), teamUnit);
  expect(own.entries.getSnapshot()).toHaveLength(2);
  await own.lock("handOver");
  const handed = await tab.door.open();
  expect(handed.state === "locked" && handed.people.map(({ id, unsent }) => [id, unsent]).sort()).toEqual([[personId, 2], [otherPersonId, 1]].sort());
  expect(handed).not.toHaveProperty("chosen");
  expect(handed.state === "locked" && (await handed.unlock(otherPersonId, "111113"))).toMatchObject({ ok: false });
  expect(await tab.door.open()).not.toHaveProperty("chosen");

  harness.network.commands = online;
  const sent = () => harness.network.requests.filter(({ commands }) => commands.length > 0);
  const before = sent().length;
  for (const [person, count] of [[otherPersonId, 1], [personId, 2]] as const) {
    harness.network.session = person;
    const back = await enter(person, await tab.door.open());
    await back.signedIn(person);
    await harness.quiet();
    expect(back.sync.getSnapshot()).toMatchObject({ received: count, saved: 0 });
    await back.lock("handOver");
  }
  expect(sent().slice(before).map(({ personId, commands }) => [personId, commands.length])).toEqual([[otherPersonId, 1], [personId, 2]]);
});

it("asks whoever signed out to sign in again, and nobody else", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  await phone.lock("handOver");
  harness.network.session = otherPersonId;
  await (await enter(otherPersonId, await tab.door.open())).signOut();
  const opening = await tab.door.open();
  if (opening.state !== "locked") throw new Error(opening.state);
  expect(opening.people.filter(({ mustSignIn }) => mustSignIn).map(({ id }) => id)).toEqual([otherPersonId]);
  expect(await opening.unlock(otherPersonId, pin)).toEqual({ ok: false, error: { problem: "signInNeeded" } });
  expect(await opening.unlock(personId, pin)).toMatchObject({ ok: true });
});

it("changes the PIN for the one in use, and what was sealed before still opens", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  expect(await phone.changePin("111113", "904715")).toMatchObject({ error: { problem: "wrongPin", left: 9 } });
  expect(await phone.changePin(pin, "904715")).toEqual({ ok: true, value: undefined });
  await phone.lock();
  const opening = await tab.door.open();
  if (opening.state !== "locked") throw new Error(opening.state);
  expect(await opening.unlock(personId, pin)).toMatchObject({ ok: false });
  expect(valueOf(await opening.unlock(personId, "904715")).entries.getSnapshot()).toHaveLength(1);
});

it("gives a phone of before there were PINs one, and keeps what is on it", async () => {
  const harness = createHarness();
  await harness.browser.openTab().door.open();
  await putFormerPerson(harness.browser.indexedDB, makeBriefing(personId), { key: "session", value: { name: "Ngu" } });
  harness.network.changes = offline;
  const opening = await harness.browser.openTab().door.open();
  expect(opening).toMatchObject({ state: "pinNeeded", person: { id: personId, name: "Lê Thị Hoa" } });
  const phone = await enter(personId, opening);
  expect(await phone.drafts.load("session")).toEqual({ name: "Ngu" });
  expect(await rawRows(harness.browser.indexedDB, "keys")).toContainEqual(expect.objectContaining({ id: personId, wrapping: "pin" }));
  await phone.lock();
  expect((await enter(personId, await openLocked(harness))).person.getSnapshot().name).toBe("Lê Thị Hoa");
});

it("forgets a forgotten PIN after a sign-in: a new one, the server's entries again, and nothing unsent is thrown away", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  harness.network.commands = offline;
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await phone.drafts.save("record:1", { name: "Nguyễn Văn An" });
  await harness.quiet();
  await phone.lock();
  const locked = await tab.door.open();
  const rows = await rawRows(harness.browser.indexedDB, "outbox");
  if (locked.state !== "locked") throw new Error(locked.state);
  const opening = valueOf(await locked.signedIn(personId, "forgottenPin"));
  expect(await rawRows(harness.browser.indexedDB, "outbox")).toEqual(rows);
  if (opening.state !== "pinNeeded") throw new Error(opening.state);
  expect(opening.lostDrafts).toBe(1); // said before anything is lost
  const again = valueOf(await opening.choosePin("904715"));
  expect(again.entries.getSnapshot()).toEqual([]);
  expect(await again.drafts.list()).toEqual([]);
  const kept = await rawRows(harness.browser.indexedDB, "outbox");
  expect(kept.map(({ id, sealed }) => ({ id, sealed }))).toEqual(rows.map(({ id, sealed }) => ({ id, sealed })));
  await again.lock();
  expect(await openLocked(harness)).toMatchObject({ people: [{ id: personId, unsent: 1 }] });
});

it("locks when it is left lying, sooner when nobody can see it, and when it wakes from a deep sleep", async () => {
  for (const { use, waits } of [{ use: "touched", waits: 10 }, { use: "hidden", waits: 5 }] as const) {
    const harness = createHarness();
    const { tab } = await openAs(personId, harness);
    tab.use("shown");
    tab.use(use);
    const locksAt = harness.browser.now() + waits * minutes;
    while (harness.ring(locksAt - 1 - harness.browser.now()));
    await harness.quiet();
    expect(await tab.door.open()).toMatchObject({ state: "ready" });
    while (harness.ring(locksAt - harness.browser.now()));
    await harness.quiet();
    expect(await tab.door.open()).toMatchObject({ state: "locked" });
  }
  const harness = createHarness();
  const { tab } = await openAs(personId, harness);
  tab.use("hidden");
  harness.browser.jumpClock(6 * minutes);
  const openings: PhoneOpening["state"][] = [];
  tab.door.subscribe(({ state }) => openings.push(state));
  tab.use("shown");
  expect(openings).toEqual(["locked"]);
});

it("stays open out of sight while another tab of it is looked at", async () => {
  const harness = createHarness();
  const first = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  first.tab.use("shown");
  first.tab.use("hidden");
  second.tab.use("shown");
  await harness.quiet();
  const end = harness.browser.now() + 9 * minutes;
  while (harness.ring(end - harness.browser.now()));
  await harness.quiet();
  expect(await second.tab.door.open()).toMatchObject({ state: "ready" });
});

async function openLocked({ browser }: Harness): Promise<Extract<PhoneOpening, { state: "locked" }>> {
  const opening = await browser.openTab().door.open();
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  return opening;
}
