import { beforeEach, describe, expect, it } from "vitest";
import type { Phone } from "@/lib/phone/phone";
import type { ChangedEntry } from "@/lib/protocol/changes";
import { makeHelpSession } from "@/tests/factories/help-session";
import { accepted, changes, createHarness, openAs, personId, teamUnit, verdicts, type Harness } from "./phone-harness";
import { rawRows } from "./raw-database";

const offline = () => Promise.reject(new TypeError("no network"));
const sentTypes = ({ network }: Harness) => network.requests.flatMap(({ commands }) => commands.map(({ type }) => type));

let harness: Harness;
let phone: Phone;
let entryId: string;

async function save(): Promise<void> {
  harness = createHarness();
  ({ phone } = await openAs(personId, harness));
  const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
  if (!saved.ok) throw new Error("not saved");
  ({ entryId } = saved.value);
  await harness.quiet();
}

/** What the server says of the entry after somebody erased it. */
function erasedEntry(version: number): ChangedEntry {
  const { happenedAt, outcomes } = makeHelpSession();
  return {
    id: entryId, kind: "helpSession", unitId: teamUnit, status: "withdrawn", version, receipt: "7K2-94M", happenedAt, happenedOn: "2026-08-07" as never,
    receivedAt: happenedAt, outcomes: outcomes.map(({ id, kind }) => ({ id, kind, revision: 1 })), erased: true,
  };
}

describe("a citizen takes the consent back", () => {
  beforeEach(save);

  it("at once nothing of them is shown or found any more, also without a network", async () => {
    harness.network.commands = offline;
    expect(await phone.openEntry(entryId)).toMatchObject({ mayWithdrawConsent: true });
    expect(await phone.withdrawConsent(entryId)).toEqual({ ok: true, value: { entryId } });
    expect(await phone.openEntry(entryId)).toMatchObject({ erased: true, mayAmend: false, mayWithdrawConsent: false, summary: { status: "withdrawn", sync: "saved" } });
    expect(await phone.openEntry(entryId)).not.toHaveProperty("content");
    const [summary] = phone.entries.getSnapshot();
    expect(summary).toMatchObject({ title: "", searchText: "" });
    expect(summary).not.toHaveProperty("lastFour");
    expect(summary).not.toHaveProperty("keys");
  });

  it("a change that was half typed goes with the entry, and no other draft", async () => {
    for (const key of [`record:amend-${entryId}`, `visit:amend:${entryId}`, "record:next"]) await phone.drafts.save(key, { name: "Nguyễn Văn An" });
    await phone.withdrawConsent(entryId);
    expect((await phone.drafts.list()).map(({ key }) => key)).toEqual(["record:next"]);
  });

  it("is delivered, and then no sealed copy of the content is left in the outbox", async () => {
    await phone.withdrawConsent(entryId);
    await harness.quiet();
    expect(sentTypes(harness)).toEqual(["recordEntry", "withdrawConsent"]);
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toMatchObject([{ state: "delivered", entryId }]);
  });
});

describe("a consent that is taken back before the entry was sent", () => {
  it("travels with the entry, and leaves no copy of it", async () => {
    harness = createHarness();
    ({ phone } = await openAs(personId, harness));
    harness.network.commands = offline;
    const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
    if (!saved.ok) throw new Error("not saved");
    await phone.withdrawConsent(saved.value.entryId);
    await harness.quiet();
    harness.network.commands = (commands) =>
      verdicts(personId, commands.map((command, index) => accepted(command, { version: index + 1, status: index === 0 ? "submitted" : "withdrawn" })));
    phone.wake();
    await harness.quiet();
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toMatchObject([{ state: "delivered" }]);
    expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", status: "withdrawn", title: "" }]);
  });
});

describe("a consent that was taken back at the leader's", () => {
  beforeEach(save);

  it("reaches the phone: content, copies and half-typed changes go, also what was not sent", async () => {
    harness.network.commands = offline;
    await phone.amendEntry(entryId, makeHelpSession(), undefined);
    await phone.drafts.save(`record:amend-${entryId}`, { name: "Nguyễn Văn An" });
    harness.network.changes = () => changes(personId, [erasedEntry(2)]);
    harness.network.commands = (commands) => verdicts(personId, commands.map(({ id }) => ({ commandId: id, verdict: "failed" })));
    phone.wake();
    await harness.quiet();
    expect(await phone.openEntry(entryId)).toMatchObject({ erased: true, summary: { status: "withdrawn", sync: "received", title: "" } });
    expect(await phone.openEntry(entryId)).not.toHaveProperty("content");
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toEqual([]);
    expect(await phone.drafts.load(`record:amend-${entryId}`)).toBeUndefined();
  });

  it("keeps the own withdrawal for a server that comes back from an older backup", async () => {
    await phone.withdrawConsent(entryId);
    harness.network.changes = () => changes(personId, [erasedEntry(2)]);
    phone.wake();
    await harness.quiet();
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toHaveLength(1);
  });
});
