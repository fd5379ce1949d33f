import { expect, it } from "vitest";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import type { ChangedEntry } from "@/lib/protocol/changes";
import { makeHelpSession, makeId } from "@/tests/factories/help-session";
import { accepted, changes, createHarness, openAs, ours, personId, refusal, serverTime, teamUnit, verdicts, type Harness } from "./phone-harness";
import { rawRows } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));
const returned = { action: "return", at: Instant.parse(serverTime), reviewerName: "Trần Lan", reason: "wrongDossierCode", field: "outcomes.0.dossierCode" } as const;

function changedEntry(id: string, content: HelpSession, fields: Partial<ChangedEntry> = {}): ChangedEntry {
  return {
    id, kind: "helpSession", unitId: teamUnit, status: "submitted", version: 1, receipt: "7K2-94M",
    happenedAt: content.happenedAt, happenedOn: LocalDate.parse("2026-08-07"), receivedAt: Instant.parse(serverTime),
    outcomes: content.outcomes.map((outcome) => ({ id: outcome.id, kind: outcome.kind, revision: 1 })),
    ...fields,
  };
}

async function received(harness: Harness, content = makeHelpSession()) {
  const opened = await openAs(personId, harness);
  const saved = await opened.phone.saveEntry(content, teamUnit);
  await harness.quiet();
  return { ...opened, content, id: saved.ok ? saved.value.entryId : "" };
}

async function hear(entries: ChangedEntry[], harness: Harness, phone: Phone, more: object = {}) {
  harness.network.changes = () => changes(personId, entries, more);
  phone.wake();
  await harness.quiet();
  harness.network.changes = () => changes(personId, []);
}

it("brings what the leader sent back to attention, with the reason and its field", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  await hear([changedEntry(id, content, { status: "returned", version: 2, review: returned, content })], harness, phone);
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", status: "returned", attention: { kind: "returned", review: returned } }]);
  expect(await phone.openEntry(id)).toMatchObject({ mayAmend: true, mayWithdraw: true, version: 2, review: returned });
});

it.each(["refused", "overturned"] as const)("brings what was %s to attention, until its author has read this decision on this phone", async (status) => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  const review = { ...returned, action: status === "refused" ? "refuse" : "overturn" } as const;
  const decided = (version: number) => changedEntry(id, content, { status, version, review });
  const attention = () => phone.entries.getSnapshot()[0]?.attention;
  await hear([decided(2)], harness, phone);
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", status }]);
  expect(attention()).toEqual({ kind: "decidedAgainst", status, review });
  const sent = () => harness.network.requests.flatMap(({ commands }) => commands).length;
  const before = sent();
  expect(await phone.noticeDecision(id)).toMatchObject({ ok: true });
  await hear([decided(2)], harness, phone, { resync: true });
  expect(attention()).toBeUndefined();
  expect(sent()).toBe(before);
  await hear([decided(4)], harness, phone);
  expect(attention()).toMatchObject({ kind: "decidedAgainst" });
});

it("has nothing to read of what is not decided against", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  await hear([changedEntry(id, content, { status: "confirmed", version: 2 })], harness, phone);
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("attention");
  expect(await phone.noticeDecision(id)).toMatchObject({ ok: false });
});

it("takes a repair for the answer to what came back, and sends it on top of the leader's version", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  await hear([changedEntry(id, content, { status: "returned", version: 2, review: returned, content })], harness, phone);
  harness.network.commands = offline;
  const repaired = makeHelpSession({ happenedAt: "2026-08-07T02:47:00.000Z" });
  expect(await phone.amendEntry(id, repaired)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "saved", status: "submitted" }]);
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("attention");
  harness.network.commands = (commands) => verdicts(personId, commands.map((command) => accepted(command)));
  phone.wake();
  await harness.quiet();
  expect(harness.network.requests.findLast(({ path }) => path === "/api/commands")?.commands).toMatchObject([{ type: "amendEntry", expectedVersion: 2 }]);
  expect(await phone.openEntry(id)).toMatchObject({ content: repaired, version: 3, summary: { sync: "received" } });
});

it("shows a conflict when the leader was faster, with both contents, until its author decides", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  const mine = makeHelpSession({ happenedAt: "2026-08-07T02:47:00.000Z" });
  const server = changedEntry(id, content, { status: "returned", version: 2, review: returned, content });
  harness.network.changes = () => changes(personId, [server]);
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map(({ id: commandId }) => ({ commandId, verdict: "refused", code: "versionConflict" })));
  await phone.amendEntry(id, mine);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", attention: { kind: "conflict" }, status: "returned" }]);
  expect(await phone.openEntry(id)).toMatchObject({ content: mine, serverContent: content, serverStatus: "returned", review: returned, version: 2 });

  expect(await phone.keepServerVersion(id)).toMatchObject({ ok: true });
  expect(await phone.openEntry(id)).toMatchObject({ content, summary: { attention: { kind: "returned" } } });
  expect((await rawRows(harness.browser.indexedDB, "outbox")).map(({ state }) => state).sort()).toEqual(["delivered", "replaced"]);
});

it("never shows what was given up as received, also when the server's content is unknown here", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const arrived = makeHelpSession({ happenedAt: "2026-08-07T02:10:00.000Z" });
  // Arrived and confirmed, but all that the phone heard was something in between: too large.
  harness.network.commands = () => refusal("tooLarge", 413);
  const saved = await phone.saveEntry(arrived, teamUnit);
  const id = saved.ok ? saved.value.entryId : "";
  await harness.quiet();
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map(({ id: commandId }) => ({ commandId, verdict: "refused", code: "contentConflict" })));
  harness.network.changes = () => changes(personId, [changedEntry(id, arrived, { status: "confirmed", version: 2 })]);
  await phone.amendEntry(id, makeHelpSession({ happenedAt: "2026-08-07T02:20:00.000Z" }));
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ attention: { kind: "conflict" } }]);
  expect(await phone.keepServerVersion(id)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", status: "confirmed", happenedAt: arrived.happenedAt }]);
  expect(await phone.openEntry(id)).not.toHaveProperty("content");
});

it("does not pass an earlier content off as the server's when a later one came without its content", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  const later = makeHelpSession({ happenedAt: "2026-08-07T02:20:00.000Z" });
  await hear([changedEntry(id, content, { content })], harness, phone);
  harness.network.changes = () => changes(personId, [changedEntry(id, later, { status: "confirmed", version: 3 })]);
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map(({ id: commandId }) => ({ commandId, verdict: "refused", code: "versionConflict" })));
  await phone.amendEntry(id, makeHelpSession({ happenedAt: "2026-08-07T02:47:00.000Z" }));
  await harness.quiet();
  expect(await phone.openEntry(id)).not.toHaveProperty("serverContent");
  expect(await phone.keepServerVersion(id)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", status: "confirmed", happenedAt: later.happenedAt }]);
  expect(await phone.openEntry(id)).not.toHaveProperty("content");
});

it("goes back to the version that arrived when a later one is given up before the feed told anything", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  harness.network.commands = offline;
  harness.network.changes = offline;
  const arrived = makeHelpSession({ happenedAt: "2026-08-07T02:10:00.000Z" });
  const saved = await phone.saveEntry(arrived, teamUnit);
  const id = saved.ok ? saved.value.entryId : "";
  await phone.amendEntry(id, makeHelpSession({ happenedAt: "2026-08-07T02:20:00.000Z" }));
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map((command) => (command.type === "recordEntry" ? accepted(command) : { commandId: command.id, verdict: "refused", code: "versionConflict" })));
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ attention: { kind: "conflict" }, happenedAt: arrived.happenedAt }]);
  expect(await phone.keepServerVersion(id)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", happenedAt: arrived.happenedAt }]);
  expect(await phone.openEntry(id)).toMatchObject({ content: arrived });
});

it("sends an author's own change again on top of the server's after a conflict", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  harness.network.changes = () => changes(personId, [changedEntry(id, content, { status: "returned", version: 2, review: returned, content })]);
  harness.network.commands = (commands) =>
    verdicts(personId, commands.map((command) => ("expectedVersion" in command && command.expectedVersion === 2 ? accepted(command) : { commandId: command.id, verdict: "refused", code: "versionConflict" })));
  await phone.amendEntry(id, makeHelpSession());
  await phone.amendEntry(id, makeHelpSession());
  await harness.quiet();
  const mine = makeHelpSession({ happenedAt: "2026-08-07T02:50:00.000Z" });
  await phone.amendEntry(id, mine);
  await harness.quiet();
  expect(await phone.openEntry(id)).toMatchObject({ content: mine, version: 3 });
});

it("records anew what the server refused to know, and lets its author delete it instead", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const online = harness.network.commands;
  const refuse = (commands: { id: string }[]) =>
    verdicts(personId, commands.map(({ id }) => ({ commandId: id, verdict: "refused" as const, code: "dossierCodeMalformed" as const, field: "outcomes.0.dossierCode" })));
  harness.network.commands = refuse;
  const [first, second] = [await phone.saveEntry(makeHelpSession(), teamUnit), await phone.saveEntry(makeHelpSession(), teamUnit)];
  await harness.quiet();
  const refusal = { code: "dossierCodeMalformed", field: "outcomes.0.dossierCode" };
  expect(phone.entries.getSnapshot()).toMatchObject(Array(2).fill({ sync: "attention", attention: { kind: "refused", refusal } }));
  harness.network.commands = online;
  if (first.ok) await phone.amendEntry(first.value.entryId, makeHelpSession());
  if (second.ok) await phone.withdraw(second.value.entryId);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ id: first.ok && first.value.entryId, sync: "received" }]);
  expect((await rawRows(harness.browser.indexedDB, "outbox")).map(({ entryId }) => entryId)).not.toContain(second.ok && second.value.entryId);
});

it("does not let the feed overwrite what is unsent", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  harness.network.commands = (commands) => verdicts(personId, commands.map((command) => ({ commandId: command.id, verdict: "failed" })));
  const mine = makeHelpSession({ happenedAt: "2026-08-07T02:47:00.000Z" });
  await phone.amendEntry(id, mine);
  await hear([changedEntry(id, content, { content, version: 1 })], harness, phone, { resync: true });
  expect(await phone.openEntry(id)).toMatchObject({ content: mine, serverContent: content, summary: { sync: "saved" } });
});

it("shows entries that another phone recorded, with their content while their author may act", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const [open, closed] = [makeHelpSession(), makeHelpSession()];
  const [openId, closedId] = [makeId(), makeId()];
  await hear([changedEntry(openId, open, { content: open }), changedEntry(closedId, closed, { status: "confirmed", version: 2 })], harness, phone);
  expect(await phone.openEntry(openId)).toMatchObject({ content: open, mayAmend: true, summary: { title: "Nguyễn Văn An" } });
  expect(await phone.openEntry(closedId)).toMatchObject({ mayAmend: false, summary: { sync: "received", status: "confirmed" } });
  expect(await phone.openEntry(closedId)).not.toHaveProperty("content");
});

it("ignores a state older than the one it knows, except when the server starts from the beginning", async () => {
  const harness = createHarness();
  const { phone, id, content } = await received(harness);
  await hear([changedEntry(id, content, { status: "confirmed", version: 4 })], harness, phone);
  await hear([changedEntry(id, content, { version: 1, content })], harness, phone);
  expect(phone.entries.getSnapshot()).toMatchObject([{ status: "confirmed" }]);
  await hear([changedEntry(id, content, { version: 1, content })], harness, phone, { resync: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ status: "submitted" }]);
});

it("reads on from where it was, and reads a page again whose storing was cut off", async () => {
  const harness = createHarness();
  const { phone, tab } = await openAs(personId, harness);
  const cursors: (string | null)[] = [];
  const contents = [makeHelpSession(), makeHelpSession()];
  const entries = contents.map((content) => changedEntry(makeId(), content, { content }));
  harness.network.changes = (query) => {
    cursors.push(query.get("cursor"));
    const next = query.get("cursor") === "c1" ? { page: [entries[0]!], cursor: "c2", more: true } : { page: [entries[1]!], cursor: "c3", more: false };
    return changes(personId, next.page, next);
  };
  phone.wake();
  await Promise.race([tab.life.death, harness.quiet()]);
  expect(cursors).toEqual(["c1", "c2"]);
  expect(phone.entries.getSnapshot()).toHaveLength(2);
});

it("sends again from its copies what a restored server has lost", async () => {
  const harness = createHarness();
  const { phone, id } = await received(harness);
  const [{ id: commandId }] = (await rawRows(harness.browser.indexedDB, "outbox")) as [{ id: string }];
  let isRestored = true;
  harness.network.reconcile = (ids) => ours({ personId, missing: isRestored ? ids.filter((one) => one === commandId) : [] });
  harness.network.changes = () => changes(personId, [], { resync: isRestored });
  const before = harness.network.requests.length;
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ id, sync: "saved" }]);
  isRestored = false;
  await harness.wait();
  const again = harness.network.requests.slice(before).flatMap(({ commands }) => commands);
  expect(again.map((command) => command.id)).toEqual([commandId]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ id, sync: "received" }]);
});

it("purges only delivered commands, only after 30 days of the server's time", async () => {
  const harness = createHarness();
  const { phone } = await received(harness);
  harness.network.commands = offline;
  await phone.saveEntry(makeHelpSession(), teamUnit);
  harness.network.commands = (commands) => verdicts(personId, commands.map(({ id }) => ({ commandId: id, verdict: "failed" })));
  const states = async () => (await rawRows(harness.browser.indexedDB, "outbox")).map(({ state }) => state).sort();
  const hearAt = async (time: string) => {
    harness.network.changes = () => changes(personId, [], { serverTime: time });
    phone.wake();
    await harness.quiet();
  };
  harness.browser.jumpClock(400 * 24 * 3600_000);
  await hearAt("2026-09-05T03:00:00.000Z");
  expect(await states()).toEqual(["delivered", "waiting"]);
  await hearAt("2026-09-07T03:00:00.000Z");
  expect(await states()).toEqual(["waiting"]);
});

it("measures how far the clock is off", async () => {
  const harness = createHarness();
  harness.browser.jumpClock(-47 * 60_000);
  const { phone } = await openAs(personId, harness);
  expect(phone.device.getSnapshot().clockOffsetMs).toBe(47 * 60_000);
});
