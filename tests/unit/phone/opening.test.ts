import { expect, it } from "vitest";
import { makeHelpSession } from "@/tests/factories/help-session";
import { createActivity, nextTurn } from "@/tests/sync/activity";
import { createFakeBrowser } from "@/tests/sync/fake-browser";
import { createRandom } from "@/tests/sync/random";
import { createVirtualTime } from "@/tests/sync/virtual-time";
import { openPhoneWith } from "@/lib/phone/open-phone";
import type { PhoneEnvironment } from "@/lib/phone/device/environment";
import { changes, createHarness, enter, openAs, otherPersonId, personId, pin, refusal, teamUnit, valueOf } from "./phone-harness";
import { indexedDbName, rawRows, upgrade, withRaw } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));

it("asks for a sign-in on a new phone, and says why when the network is missing", async () => {
  const harness = createHarness();
  harness.network.session = personId;
  harness.network.changes = offline;
  const { door } = harness.browser.openTab();
  const opening = await door.open();
  expect(opening).toMatchObject({ state: "signInNeeded", waiting: 0 });
  if (opening.state !== "signInNeeded") return;
  expect(await opening.signedIn(personId)).toEqual({ ok: false, error: { problem: "network", cause: "unreachable" } });
  harness.network.changes = () => refusal("notSignedIn", 401);
  expect(await opening.signedIn(personId)).toEqual({ ok: false, error: { problem: "network", cause: "notSignedIn" } });
  harness.network.changes = () => changes(personId, []);
  const asked = valueOf(await opening.signedIn(personId));
  expect(asked).toMatchObject({ state: "pinNeeded", person: { id: personId, name: "Lê Thị Hoa" } });
  expect(asked.state === "pinNeeded" && (await asked.choosePin(pin))).toMatchObject({ ok: true });
  expect(await door.open()).toMatchObject({ state: "ready" });
});

it("opens for the person signed in, without network, however often the app starts", async () => {
  const harness = createHarness();
  const { tab } = await openAs(personId, harness);
  tab.life.kill();
  harness.network.changes = offline;
  const opening = await harness.browser.openTab().door.open();
  expect(opening.state === "ready" && opening.phone.person.getSnapshot()).toMatchObject({ id: personId, name: "Lê Thị Hoa" });
});

it("shows what is here before it asks the server anything", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  tab.life.kill();
  const requests = harness.network.requests.length;
  const waiting: (() => void)[] = [];
  const { environment } = harness.browser.openTab();
  const whenFree = (work: () => void) => {
    waiting.push(work);
    return () => undefined;
  };
  const opening = await openPhoneWith({ ...environment, whenFree }).open();
  await harness.quiet();
  expect(opening.state === "ready" && opening.phone.entries.getSnapshot()).toHaveLength(1);
  expect(harness.network.requests).toHaveLength(requests);
  waiting.forEach((work) => work());
  await harness.quiet();
  expect(harness.network.requests.length).toBeGreaterThan(requests);
});

it("neither shows nor sends another person's work, keeps it through sign-out, and sends it for its owner", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const online = harness.network.commands;
  harness.network.commands = offline;
  const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  await phone.signOut();
  const opening = await tab.door.open();
  expect(opening).toMatchObject({ state: "signInNeeded", waiting: 1 });

  harness.network.commands = online;
  harness.network.session = otherPersonId;
  const others = await enter(otherPersonId, opening);
  const before = harness.network.requests.length;
  others.wake();
  await harness.quiet();
  expect(others.entries.getSnapshot()).toEqual([]);
  expect(await others.openEntry(saved.ok ? saved.value.entryId : "")).toBeUndefined();
  expect(harness.network.requests.slice(before).filter((request) => request.personId === personId || request.commands.length > 0)).toEqual([]);

  await others.signOut();
  const { phone: back } = await openAs(personId, harness);
  await harness.quiet();
  expect(back.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
});

it("follows in every tab who signs in and out, and what is saved", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  const openings: string[] = [];
  second.tab.door.subscribe(({ state }) => openings.push(state));
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(second.phone.entries.getSnapshot()).toEqual(phone.entries.getSnapshot());
  expect(second.phone.entries.getSnapshot()).toHaveLength(1);
  await phone.signOut();
  await harness.quiet();
  expect(openings).toEqual(["signInNeeded"]);
});

it("sends from one tab at a time, and from the other when the first one dies", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  await harness.quiet();
  const online = harness.network.commands;
  let answer: (() => void) | undefined;
  harness.network.commands = (commands) => new Promise((resolve) => (answer = () => resolve(online(commands))));
  await phone.saveEntry(makeHelpSession(), teamUnit);
  while (!answer) await nextTurn();
  second.phone.wake();
  while (!second.phone.sync.getSnapshot().elsewhere) await nextTurn();
  const sent = () => harness.network.requests.filter(({ path }) => path === "/api/commands").length;
  expect(sent()).toBe(1);
  tab.life.kill();
  answer();
  harness.network.commands = online;
  await harness.quiet();
  for (let tries = 0; tries < 5 && second.phone.sync.getSnapshot().received === 0; tries += 1) await harness.wait();
  expect(second.phone.sync.getSnapshot()).toMatchObject({ received: 1, elsewhere: false });
});

it("does not write into data of a later version, but still sends what waits", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const online = harness.network.commands;
  harness.network.commands = offline;
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  tab.life.kill();
  await upgrade(harness.browser.indexedDB);
  const before = await rawRows(harness.browser.indexedDB, "outbox");
  const requests = harness.network.requests.length;
  harness.network.commands = online;
  expect(await harness.browser.openTab().door.open()).toEqual({ state: "newerData" });
  await harness.quiet();
  expect(harness.network.requests.slice(requests).flatMap(({ commands }) => commands)).toMatchObject([{ id: before[0]?.id, type: "recordEntry" }]);
  expect(await rawRows(harness.browser.indexedDB, "outbox")).toEqual(before);
});

it("steps back when another tab upgrades the data under it", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const openings: string[] = [];
  tab.door.subscribe(({ state }) => openings.push(state));
  await upgrade(harness.browser.indexedDB);
  expect(openings).toEqual(["newerData"]);
  expect(await phone.saveEntry(makeHelpSession(), teamUnit)).toEqual({ ok: false, error: { problem: "storage" } });
  expect(await rawRows(harness.browser.indexedDB, "entries")).toEqual([]);
});

it("says after a while that the storage does not open, and tries again when asked", async () => {
  const time = createVirtualTime();
  const activity = createActivity();
  const { environment, unlock } = environmentOf({ time, activity });
  const door = openPhoneWith(environment);
  const opening = door.open();
  time.advanceToNext();
  expect(await opening).toEqual({ state: "unavailable", reason: "timeout" });
  unlock();
  expect(await door.open()).toMatchObject({ state: "signInNeeded" });
});

it("refuses a browser that gives back other keys than it was given", async () => {
  const { environment, unlock } = environmentOf({ time: createVirtualTime(), activity: createActivity() });
  unlock();
  const subtle = new Proxy(crypto.subtle, {
    get: (target, method) =>
      method === "unwrapKey"
        ? () => Promise.reject(new DOMException("", "OperationError"))
        : (Reflect.get(target, method) as () => unknown).bind(target),
  });
  const door = openPhoneWith({ ...environment, crypto: { subtle, getRandomValues: environment.crypto.getRandomValues } });
  expect(await door.open()).toEqual({ state: "unavailable", reason: "selfTest" });
});

it("goes on after the system has ended the connection to the storage", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  harness.browser.dropConnections();
  expect(await phone.saveEntry(makeHelpSession(), teamUnit)).toMatchObject({ ok: true });
  await harness.quiet();
  expect(await withRaw(harness.browser.indexedDB, (database) => database.table("entries").count())).toBe(1);
});

/** An environment whose storage does not open before `unlock`. */
function environmentOf({ time, activity }: { time: ReturnType<typeof createVirtualTime>; activity: ReturnType<typeof createActivity> }) {
  const browser = createFakeBrowser({ name: indexedDbName, time, activity, random: createRandom(1), fetch: offline });
  const environment: PhoneEnvironment = browser.openTab().environment;
  let isLocked = true;
  const locked = {
    ...environment,
    indexedDB: {
      ...environment.indexedDB,
      open: (name: string, version?: number) =>
        isLocked ? (new EventTarget() as IDBOpenDBRequest) : environment.indexedDB.open(name, version),
    } as IDBFactory,
  };
  return { environment: locked, unlock: () => void (isLocked = false) };
}
