import { expect, it } from "vitest";
import { makeHelpSession } from "@/tests/factories/help-session";
import { accepted, createHarness, openAs, personId, teamUnit, verdicts } from "./phone-harness";
import { rawRows } from "./raw-database";

const at = (minute: number) => makeHelpSession({ happenedAt: `2026-08-07T02:${minute}:00.000Z` });

it("keeps both of two changes that are saved at once, one on top of the other", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const second = await openAs(personId, harness);
  await harness.quiet();
  harness.network.commands = () => Promise.reject(new TypeError("no network"));
  const saved = await phone.saveEntry(at(10), teamUnit);
  const id = saved.ok ? saved.value.entryId : "";
  await harness.quiet();
  const amended = await Promise.all([phone.amendEntry(id, at(11)), second.phone.amendEntry(id, at(12)), phone.amendEntry(id, at(13))]);
  expect(amended.every(({ ok }) => ok)).toBe(true);
  await harness.quiet();
  const sent: object[] = [];
  harness.network.commands = (commands) => {
    sent.push(...commands);
    return verdicts(personId, commands.map((command) => accepted(command)));
  };
  for (let tries = 0; tries < 10 && phone.sync.getSnapshot().received === 0; tries += 1) await harness.wait();
  expect(sent.map((command) => "expectedVersion" in command && command.expectedVersion)).toEqual([false, 1, 2, 3]);
  expect(await phone.openEntry(id)).toMatchObject({ version: 4, content: (sent.at(-1) as { content: object }).content });
});

it("keeps a change that is saved while the answer to the one before is being stored", { timeout: 30_000 }, async () => {
  for (let turns = 0; turns < 15; turns += 1) {
    const harness = createHarness();
    const { phone } = await openAs(personId, harness);
    await harness.quiet();
    const versions: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      harness.network.commands = (commands) => {
        for (const command of commands) versions.push("expectedVersion" in command ? command.expectedVersion : 0);
        resolve();
        return verdicts(personId, commands.map((command) => accepted(command)));
      };
    });
    const saved = await phone.saveEntry(at(10), teamUnit);
    const id = saved.ok ? saved.value.entryId : "";
    await answered;
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const content = at(11);
    await phone.amendEntry(id, content);
    await harness.quiet();
    expect(versions, `after ${turns} turns`).toEqual([0, 1]);
    expect(await phone.openEntry(id)).toMatchObject({ content, version: 2, summary: { sync: "received" } });
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toMatchObject([{ state: "delivered" }, { state: "delivered" }]);
  }
});
