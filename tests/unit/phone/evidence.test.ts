import { expect, it } from "vitest";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import type { ChangedEntry } from "@/lib/protocol/changes";
import { makeDossier, makeHelpSession, makeId } from "@/tests/factories/help-session";
import { accepted, changes, createHarness, openAs, personId, refusal, serverTime, teamUnit, verdicts, type Harness } from "./phone-harness";

const code = "H08.21-260807-0041";
const similar = "H08.21-260807-0047";
const outcomeId = makeId();
const session = makeHelpSession({ outcomes: [makeDossier({ id: outcomeId, dossierCode: code })] });

/** What the server tells of the one entry that was saved. */
function said(id: string, evidence: Partial<ChangedEntry["outcomes"][number]>, more: Partial<ChangedEntry> = {}): ChangedEntry {
  return {
    id, kind: "helpSession", unitId: teamUnit, status: "submitted", version: 1, receipt: "7K2-94M",
    happenedAt: session.happenedAt, happenedOn: LocalDate.parse("2026-08-07"), receivedAt: Instant.parse(serverTime),
    outcomes: [{ id: outcomeId, kind: "dossierSubmitted", revision: 1, indicators: ["online_dossiers"], ...evidence }],
    content: session, ...more,
  };
}

async function saved(harness: Harness): Promise<{ phone: Phone; id: string; hear(entry: ChangedEntry): Promise<void> }> {
  const { phone } = await openAs(personId, harness);
  const result = await phone.saveEntry(session, teamUnit);
  await harness.quiet();
  const hear = async (entry: ChangedEntry) => {
    harness.network.changes = () => changes(personId, [entry]);
    phone.wake();
    await harness.quiet();
  };
  return { phone, id: result.ok ? result.value.entryId : "", hear };
}

const since = Instant.parse("2026-08-07T05:00:00.000Z");

it("keeps how the evidence stands, and replaces it with what the feed says next of the same version", async () => {
  const { phone, id, hear } = await saved(createHarness());
  await hear(said(id, { standing: "notFound", since }));
  expect((await phone.openEntry(id))?.outcomes).toMatchObject([{ standing: "notFound", since }]);
  await hear(said(id, { standing: "matched", since, matched: ["online_dossiers"] }, { status: "confirmed" }));
  expect((await phone.openEntry(id))?.outcomes).toMatchObject([{ standing: "matched", matched: ["online_dossiers"] }]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ evidence: [{ outcome: "dossierSubmitted", standing: "matched", matched: ["online_dossiers"] }] }]);
  await hear(said(id, { standing: "duplicate", since }, { status: "confirmed" }));
  expect((await phone.openEntry(id))?.outcomes[0]).not.toHaveProperty("matched");
});

it("knows it also after a start without a network", async () => {
  const harness = createHarness();
  const { id, hear } = await saved(harness);
  await hear(said(id, { standing: "refusedByPolice", since }));
  harness.network.changes = () => Promise.reject(new TypeError("no network"));
  const { phone } = await openAs(personId, harness);
  expect((await phone.openEntry(id))?.outcomes).toMatchObject([{ standing: "refusedByPolice", since }]);
});

it("lets evidence of the code before not speak of the corrected one, neither before nor after it was sent", async () => {
  const harness = createHarness();
  const { phone, id, hear } = await saved(harness);
  await hear(said(id, { standing: "matched", since, matched: ["online_dossiers"] }));
  harness.network.commands = () => Promise.reject(new TypeError("no network"));
  await phone.amendEntry(id, makeHelpSession({ ...session, outcomes: [makeDossier({ id: outcomeId, dossierCode: similar })] }));
  expect((await phone.openEntry(id))?.outcomes[0]).not.toHaveProperty("standing");
  harness.network.commands = (commands) => verdicts(personId, commands.map((command) => accepted(command)));
  harness.network.changes = () => refusal("busy", 503);
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
  expect((await phone.openEntry(id))?.outcomes[0]).not.toHaveProperty("standing");
});

it("lets it not speak of what the server took either, when a later change was refused", async () => {
  const harness = createHarness();
  const { phone, id, hear } = await saved(harness);
  await hear(said(id, { standing: "matched", since, matched: ["online_dossiers"] }));
  harness.network.commands = () => Promise.reject(new TypeError("no network"));
  for (const dossierCode of [similar, "H08.21-260807-0048"]) {
    await phone.amendEntry(id, makeHelpSession({ ...session, outcomes: [makeDossier({ id: outcomeId, dossierCode })] }));
  }
  await harness.quiet(); // both go in one request
  harness.network.commands = (commands) => verdicts(personId, commands.map((command, index) =>
    index === 0 ? accepted(command) : { commandId: command.id, verdict: "refused", code: "tooLong" }));
  harness.network.changes = () => refusal("busy", 503);
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ attention: { kind: "refused" } }]);
  expect((await phone.openEntry(id))?.outcomes[0]).not.toHaveProperty("standing");
});

it("asks about a similar code of the register at its field, without changing anything", async () => {
  const { phone, id, hear } = await saved(createHarness());
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }));
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", attention: { kind: "proposedCode", field: "outcomes.0.dossierCode" } }]);
  const detail = await phone.openEntry(id);
  expect(detail?.outcomes).toMatchObject([{ proposedCode: similar }]);
  expect(detail?.content).toMatchObject({ outcomes: [{ dossierCode: code }] });
});

it.each<[EntryStatus, boolean]>([["submitted", true], ["reopened", true], ["confirmed", true], ["refused", false], ["overturned", false], ["withdrawn", false]])(
  "asks about %s entries: %s",
  async (status, asks) => {
    const { phone, id, hear } = await saved(createHarness());
    await hear(said(id, { standing: "notFound", since, proposedCode: similar }, { status }));
    expect(phone.entries.getSnapshot()[0]?.attention?.kind === "proposedCode").toBe(asks);
  },
);

it("goes on asking when the leader confirms meanwhile, until its author stands by the code", async () => {
  const { phone, id, hear } = await saved(createHarness());
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }));
  await hear({ ...said(id, { standing: "notFound", since, proposedCode: similar }, { status: "confirmed", version: 2 }), content: undefined });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", status: "confirmed", attention: { kind: "proposedCode" } }]);
  expect(await phone.openEntry(id)).toMatchObject({ mayAmend: false, content: session });
  expect(await phone.keepCode(id, outcomeId)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("attention");
});

it("says first what the leader sent back; the question stays with the entry", async () => {
  const { phone, id, hear } = await saved(createHarness());
  const review = { action: "return" as const, at: Instant.parse(serverTime), reviewerName: "Võ Quốc Bảo" };
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }, { status: "returned", version: 2, review }));
  expect(phone.entries.getSnapshot()).toMatchObject([{ attention: { kind: "returned" } }]);
  expect((await phone.openEntry(id))?.outcomes).toMatchObject([{ proposedCode: similar }]);
});

it("does not ask again about a code that its author stands by, sends nothing for it, and asks about the next one", async () => {
  const harness = createHarness();
  const { phone, id, hear } = await saved(harness);
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }));
  const sent = () => harness.network.requests.flatMap(({ commands }) => commands).length;
  const before = sent();
  expect(await phone.keepCode(id, outcomeId)).toMatchObject({ ok: true });
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }));
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("attention");
  expect(sent()).toBe(before);
  await hear(said(id, { revision: 2, standing: "notFound", since, proposedCode: similar }, { version: 2 }));
  expect(phone.entries.getSnapshot()).toMatchObject([{ attention: { kind: "proposedCode" } }]);
});

it("forgets the register's code with the citizen who took the consent back", async () => {
  const { phone, id, hear } = await saved(createHarness());
  await hear(said(id, { standing: "notFound", since, proposedCode: similar }));
  await phone.withdrawConsent(id);
  expect(JSON.stringify(await phone.openEntry(id))).not.toContain(similar);
});
