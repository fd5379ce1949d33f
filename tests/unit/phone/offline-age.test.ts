import { expect, it } from "vitest";
import { makeHelpSession } from "@/tests/factories/help-session";
import { changes, createHarness, enter, makeBriefing, openAs, ours, personId, serverTime, teamUnit, valueOf, type Harness } from "./phone-harness";
import { makeId } from "@/tests/factories/help-session";
import { makeKnownHousehold } from "@/tests/factories/household-visit";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { rawRows } from "./raw-database";

const dayMs = 24 * 60 * 60 * 1000;
const offline = () => Promise.reject(new TypeError("no network"));
const campaignId = makeId();
const areaId = makeId();

/** One entry that the server has, one that it has not, and a campaign's households. */
async function atWork() {
  const harness = createHarness();
  const { network, browser, quiet } = harness;
  const campaign = {
    id: campaignId, name: "Tháng cao điểm", from: "2026-08-01" as LocalDate, through: "2026-08-31" as LocalDate, goal: 10,
    areas: [{ id: areaId, name: "Thôn 1", communeName: "Tuy Phước", teamId: teamUnit, householdCount: 1 }],
  };
  network.changes = () => changes(network.session, [], { briefing: { ...makeBriefing(network.session), version: "campaign", campaigns: [campaign] } });
  network.areaPack = () =>
    ours({ serverTime, personId: network.session, campaignId, cursor: "1", resync: false, more: false, households: [makeKnownHousehold({ areaId })] });
  const { tab, phone } = await openAs(personId, harness);
  await quiet();
  valueOf(await phone.areas.download(campaignId) as never);
  const sent = valueOf(await phone.saveEntry(makeHelpSession(), teamUnit)).entryId;
  await quiet();
  network.commands = network.changes = network.areaPack = offline;
  const unsent = valueOf(await phone.saveEntry(makeHelpSession(), teamUnit)).entryId;
  await quiet();
  tab.life.kill();
  browser.endWorker();
  return { harness, sent, unsent };
}

async function openAgain({ browser }: Harness) {
  const tab = browser.openTab();
  const opening = await tab.door.open();
  return { tab, opening };
}

it("after thirty days without the server opens what is unsent, and nothing that came from the server", async () => {
  const { harness, sent, unsent } = await atWork();
  harness.browser.jumpClock(31 * dayMs);
  const { opening } = await openAgain(harness);
  for (const table of ["entries", "documents"]) expect((await rawRows(harness.browser.indexedDB, table)).map(({ id }) => id), table).toEqual([unsent]);
  expect(await rawRows(harness.browser.indexedDB, "packs")).toEqual([]);
  const phone = await enter(personId, opening);
  expect(phone.tooLongOffline.getSnapshot()).toBe(true);
  expect(phone.entries.getSnapshot().map(({ id, sync }) => [id, sync])).toEqual([[unsent, "saved"]]);
  expect(await phone.openEntry(unsent)).toMatchObject({ mayAmend: true });
  expect(await phone.openEntry(sent)).toBeUndefined();
  expect(await phone.saveEntry(makeHelpSession(), teamUnit)).toMatchObject({ ok: true });
});

it("has everything again once the server was heard", async () => {
  const { harness, unsent } = await atWork();
  harness.browser.jumpClock(31 * dayMs);
  const phone = await enter(personId, (await openAgain(harness)).opening);
  const asked: (string | null)[] = [];
  harness.network.changes = (query) => {
    asked.push(query.get("cursor"));
    return changes(personId, []);
  };
  harness.network.commands = (commands) => ours({ personId, serverTime, verdicts: commands.map(({ id, entryId }) =>
    ({ commandId: id, verdict: "accepted", entryId, status: "submitted", version: 1, receipt: "7K2-94M" })) });
  phone.wake();
  await harness.quiet();
  expect(asked[0]).toBeNull();
  expect(phone.tooLongOffline.getSnapshot()).toBe(false);
  expect(phone.entries.getSnapshot()).toMatchObject([{ id: unsent, sync: "received" }]);
});

it("keeps everything within the thirty days", async () => {
  const { harness, sent, unsent } = await atWork();
  harness.browser.jumpClock(29 * dayMs);
  const phone = await enter(personId, (await openAgain(harness)).opening);
  expect(phone.tooLongOffline.getSnapshot()).toBe(false);
  expect(phone.entries.getSnapshot().map(({ id }) => id).sort()).toEqual([sent, unsent].sort());
});

it("a clock that is set back wins no time", async () => {
  const { harness, unsent } = await atWork();
  for (let turns = 0; turns < 4; turns += 1) {
    harness.browser.jumpClock(9 * dayMs);
    const { tab, opening } = await openAgain(harness);
    expect(opening.state).toBe("locked");
    tab.life.kill();
    harness.browser.jumpClock(-9 * dayMs);
    (await openAgain(harness)).tab.life.kill();
  }
  expect((await rawRows(harness.browser.indexedDB, "entries")).map(({ id }) => id)).toEqual([unsent]);
});
