import { expect, it } from "vitest";
import type { PhoneOpening } from "@/lib/phone/opening";
import { makeHelpSession } from "@/tests/factories/help-session";
import { takeRecovered, tellKey } from "./fake-recovery";
import { accepted, changes, createHarness, enter, openAs, otherPersonId, personId, teamUnit, valueOf, verdicts } from "./phone-harness";
import { indexedDbName, rawRows } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));

/** Two people with something unsent each; the second is at work when the network comes back. */
async function twoPeople() {
  const harness = createHarness();
  tellKey(harness);
  const { network } = harness;
  network.commands = offline;
  const first = await openAs(otherPersonId, harness);
  valueOf(await first.phone.saveEntry(makeHelpSession(), teamUnit));
  await first.phone.lock("handOver");
  harness.network.session = personId;
  tellKey(harness);
  network.commands = offline;
  const { tab } = first;
  const phone = await enter(personId, await tab.door.open());
  valueOf(await phone.saveEntry(makeHelpSession(), teamUnit));
  await harness.quiet();
  const told: PhoneOpening["state"][] = [];
  tab.door.subscribe(({ state }) => told.push(state));
  network.commands = (commands) => verdicts(personId, commands.map((command) => accepted(command)));
  network.changes = () => changes(network.session, [], { orders: ["wipe"] });
  return { harness, phone, told };
}

it("destroys nothing while something of anybody is here alone", async () => {
  const { harness, phone, told } = await twoPeople();
  harness.network.recovered = offline;
  phone.wake();
  await harness.quiet();
  await harness.wait();
  expect(told).not.toContain("wiped");
  const rows = await rawRows(harness.browser.indexedDB, "outbox");
  expect(rows.filter(({ ownerId, state }) => ownerId === otherPersonId && state === "waiting")).toHaveLength(1);
});

it("delivers what everybody left, then deletes keys and data and says so", async () => {
  const { harness, phone, told } = await twoPeople();
  const delivered = takeRecovered(harness);
  phone.wake();
  await harness.quiet();
  await harness.wait();
  expect(delivered.flatMap(({ rows }) => rows.map(({ ownerId }) => ownerId))).toContain(otherPersonId);
  expect(told.at(-1)).toBe("wiped");
  expect((await harness.browser.indexedDB.databases()).map(({ name }) => name)).not.toContain(indexedDbName);
  expect(harness.network.requests.at(-1)?.path).toBe("/api/phones/wiped");
});
