import { expect, it } from "vitest";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { KnownHousehold } from "@/lib/protocol/area-pack";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { makeHelpSession, makeId } from "@/tests/factories/help-session";
import { makeHouseholdVisit, makeKnownHousehold } from "@/tests/factories/household-visit";
import { changes, createHarness, makeBriefing, openAs, otherPersonId, ours, personId, refusal, serverTime, teamUnit, type Harness } from "./phone-harness";
import { rawRows } from "./raw-database";

const campaignId = makeId();
const [north, south] = [makeId(), makeId()];
const day = (text: string) => text as LocalDate;
const offline = () => Promise.reject(new TypeError("no network"));
const later = "2026-08-07T09:00:00.000Z";

const campaign: BriefedCampaign = {
  id: campaignId, name: "Tháng cao điểm", from: day("2026-08-01"), through: day("2026-08-31"), goal: 100,
  areas: [north, south].map((id, index) => ({ id, name: `Thôn ${index + 1}`, communeName: "Tuy Phước", teamId: teamUnit, householdCount: 3 })),
};

const first = makeKnownHousehold({ areaId: north, head: "Phan Thị Ngọc Lan", address: "Số 12A, tổ 7" });
const second = makeKnownHousehold({ areaId: north, head: "Võ Đình Khải", address: "Số 12/3, tổ 7" });
const third = makeKnownHousehold({ areaId: south, head: "Nguyễn Văn Bảy", address: "Số 2" });

/** The server has this campaign for whoever asks. */
function brief({ network }: Harness, campaigns: readonly BriefedCampaign[] = [campaign]) {
  let version = 1;
  network.changes = () => changes(network.session, [], { briefing: { ...makeBriefing(network.session), version: `${(version += 1)}`, campaigns } });
}

/** These are the pages, one after the other; the cursor says which comes next. */
function serve({ network }: Harness, pages: readonly { households: readonly KnownHousehold[]; resync?: boolean }[], at = serverTime) {
  network.areaPack = (query) => {
    const index = Number(query.get("cursor") ?? 0);
    const { households, resync = false } = pages[index] ?? { households: [] };
    return ours({ serverTime: at, personId: network.session, campaignId, cursor: String(index + 1), resync, more: index + 1 < pages.length, households });
  };
}

async function openWithPack(pages: readonly { households: readonly KnownHousehold[] }[] = [{ households: [third, second] }, { households: [first] }]) {
  const harness = createHarness();
  brief(harness);
  serve(harness, pages);
  const { tab, phone } = await openAs(personId, harness);
  await harness.quiet();
  expect(await phone.areas.download(campaignId)).toEqual({ ok: true, value: undefined });
  return { harness, tab, phone };
}

const namesIn = async (phone: Awaited<ReturnType<typeof openAs>>["phone"], areaId: string) =>
  (await phone.areas.open(campaignId))?.areas.get(areaId)?.map(({ head, address }) => head ?? address);

const asked = ({ network }: Harness) => network.requests.filter(({ path }) => path === "/api/area-pack").length;

it("fetches a campaign when asked, and opens it by house number with the server gone, after a kill", async () => {
  const { harness, tab, phone } = await openWithPack();
  expect(phone.areas.packs.getSnapshot()).toMatchObject([{ campaignId, isComplete: true, households: 3 }]);
  expect(phone.areas.packs.getSnapshot()?.[0]?.bytes).toBeGreaterThan(300);
  tab.life.kill();
  harness.network.changes = harness.network.areaPack = offline;
  const { phone: again } = await openAs(personId, harness);
  expect(await namesIn(again, north)).toEqual(["Phan Thị Ngọc Lan", "Võ Đình Khải"]);
  expect(await namesIn(again, south)).toEqual(["Nguyễn Văn Bảy"]);
});

it("keeps no name in clear, in one row for each hamlet, and shows them to nobody else", async () => {
  const { harness, phone } = await openWithPack();
  const rows = await rawRows(harness.browser.indexedDB, "packs");
  expect(rows).toHaveLength(2);
  const text = [...rows, ...(await rawRows(harness.browser.indexedDB, "meta"))].map((row) => JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value))).join();
  for (const word of ["Phan", "Khải", "12A", "tổ"]) expect(text).not.toContain(word);
  await phone.signOut();
  const { phone: other } = await openAs(otherPersonId, harness);
  expect((await other.areas.open(campaignId))?.areas.size).toBe(0);
});

it("goes on with a download where it broke", async () => {
  const harness = createHarness();
  brief(harness);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  serve(harness, [{ households: [first] }, { households: [third] }]);
  const serving = harness.network.areaPack;
  harness.network.areaPack = (query) => (query.get("cursor") === "1" ? offline() : serving(query));
  expect(await phone.areas.download(campaignId)).toEqual({ ok: false, error: { problem: "unreachable" } });
  expect(phone.areas.packs.getSnapshot()).toMatchObject([{ isComplete: false, households: 1 }]);
  harness.network.areaPack = (query) => (query.has("cursor") ? serving(query) : refusal("serverFault", 500));
  expect(await phone.areas.download(campaignId)).toMatchObject({ ok: true });
  expect(phone.areas.packs.getSnapshot()).toMatchObject([{ isComplete: true, households: 2 }]);
});

it("brings what changed after the feed: new, moved, merged or erased", async () => {
  const { harness, tab, phone } = await openWithPack();
  expect(await namesIn(phone, north)).toHaveLength(2);
  tab.life.kill();
  const fourth = makeKnownHousehold({ areaId: north, head: "Lê Thị Hoa", address: "Số 1" });
  serve(harness, [{ households: [] }, { households: [] }, { households: [fourth, { id: first.id, areaId: north, visitCount: 0, gone: true }, { ...third, areaId: north, address: "Số 99" }] }]);
  const { phone: again } = await openAs(personId, harness);
  await harness.quiet();
  await expect.poll(() => namesIn(again, north)).toEqual(["Lê Thị Hoa", "Võ Đình Khải", "Nguyễn Văn Bảy"]);
  expect(await namesIn(again, south)).toBeUndefined();
});

it("forgets after a resync what was not sent again, only once all of it has come", async () => {
  const { harness, phone } = await openWithPack();
  serve(harness, [{ households: [] }, { households: [] }, { households: [second], resync: true }, { households: [first] }]);
  const serving = harness.network.areaPack;
  harness.network.areaPack = (query) => (query.get("cursor") === "3" ? offline() : serving(query));
  expect(await phone.areas.download(campaignId)).toMatchObject({ ok: false });
  expect(await namesIn(phone, south)).toEqual(["Nguyễn Văn Bảy"]);
  harness.network.areaPack = serving;
  expect(await phone.areas.download(campaignId)).toMatchObject({ ok: true });
  expect(await namesIn(phone, north)).toEqual(["Phan Thị Ngọc Lan", "Võ Đình Khải"]);
  expect(await namesIn(phone, south)).toBeUndefined();
});

it("lays own visits over the pack until the server's pack knows them", async () => {
  const { harness, phone } = await openWithPack();
  harness.network.commands = offline;
  await phone.saveEntry(makeHouseholdVisit({ result: "absent", household: { id: first.id, areaId: north }, comeBackOn: day("2026-08-09") }), teamUnit);
  await phone.saveEntry(makeHouseholdVisit({ household: { id: makeId(), areaId: south, head: "Hồ Thị Mới" as never, address: "Số 1" } }), teamUnit);
  await harness.quiet();
  const pack = await phone.areas.open(campaignId);
  expect(pack?.areas.get(north)?.[0]).toMatchObject({ id: first.id, head: "Phan Thị Ngọc Lan", lastResult: "absent", comeBackOn: "2026-08-09", isUnsent: true });
  expect(pack?.areas.get(south)).toMatchObject([{ head: "Hồ Thị Mới", lastResult: "informed", isUnsent: true }, { head: "Nguyễn Văn Bảy" }]);
});

it("takes the server's word once a pack is newer than the receipt of the visit", async () => {
  const { harness, phone } = await openWithPack();
  await phone.saveEntry(makeHouseholdVisit({ result: "absent", household: { id: first.id, areaId: north } }), teamUnit);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
  const byAnotherTeam = { ...first, lastResult: "informed", lastVisitOn: day("2026-08-07") } as const;
  serve(harness, [{ households: [] }, { households: [] }, { households: [byAnotherTeam] }], later);
  await phone.areas.download(campaignId);
  expect((await phone.areas.open(campaignId))?.areas.get(north)?.[0]).toMatchObject({ id: first.id, lastResult: "informed" });
});

it("shows no visit that was withdrawn", async () => {
  const { harness, phone } = await openWithPack();
  const saved = await phone.saveEntry(makeHouseholdVisit({ result: "refused", household: { id: first.id, areaId: north } }), teamUnit);
  await phone.withdraw(saved.ok ? saved.value.entryId : "");
  await harness.quiet();
  expect((await phone.areas.open(campaignId))?.areas.get(north)?.[0]).not.toHaveProperty("lastResult");
});

it("sends as ever while packs can't be fetched, and does not ask for them again at once", async () => {
  const { harness, phone } = await openWithPack();
  harness.network.areaPack = () => refusal("serverFault", 500);
  const before = asked(harness);
  for (let count = 0; count < 3; count += 1) {
    await phone.saveEntry(makeHelpSession(), teamUnit);
    await harness.quiet();
  }
  expect(phone.entries.getSnapshot().map(({ sync }) => sync)).toEqual(["received", "received", "received"]);
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "online" });
  expect(asked(harness)).toBe(before);
  harness.browser.jumpClock(11 * 60_000);
  phone.wake();
  await harness.quiet();
  expect(asked(harness)).toBe(before + 1);
  expect(harness.browser.faults).toEqual([]);
});

it("forgets a pack when its campaign is over, and keeps it while an older server says nothing of campaigns", async () => {
  const { harness, tab } = await openWithPack();
  tab.life.kill();
  harness.network.changes = () => changes(harness.network.session, [], { briefing: { ...makeBriefing(personId), version: "older" } });
  const { tab: older } = await openAs(personId, harness);
  await harness.quiet();
  expect(await rawRows(harness.browser.indexedDB, "packs")).toHaveLength(2);
  older.life.kill();
  brief(harness, []);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  await expect.poll(() => rawRows(harness.browser.indexedDB, "packs")).toEqual([]);
  expect(await phone.areas.open(campaignId)).toMatchObject({ isHere: false });
});

it("follows what another tab fetched", async () => {
  const { harness, phone } = await openWithPack([{ households: [first] }]);
  const other = await openAs(personId, harness);
  expect(await namesIn(other.phone, north)).toEqual(["Phan Thị Ngọc Lan"]);
  serve(harness, [{ households: [] }, { households: [second] }]);
  await phone.areas.download(campaignId);
  expect(await namesIn(other.phone, north)).toEqual(["Phan Thị Ngọc Lan", "Võ Đình Khải"]);
});

it("takes nothing that is meant for another person", async () => {
  const { harness, phone } = await openWithPack([{ households: [first] }]);
  harness.network.areaPack = () => ours({ serverTime, personId: otherPersonId, campaignId, cursor: "9", resync: false, more: false, households: [] });
  expect(await phone.areas.download(campaignId)).toEqual({ ok: false, error: { problem: "notOurs" } });
  expect(await namesIn(phone, north)).toEqual(["Phan Thị Ngọc Lan"]);
});
