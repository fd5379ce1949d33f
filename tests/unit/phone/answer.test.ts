import { expect, it } from "vitest";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import type { ChangedEntry } from "@/lib/protocol/changes";
import { makeHelpSession } from "@/tests/factories/help-session";
import { changes, createHarness, openAs, personId, serverTime, teamUnit, verdicts, type Harness } from "./phone-harness";

const offline = () => Promise.reject(new TypeError("no network"));
const back = { action: "return", at: Instant.parse(serverTime), reviewerName: "Trần Lan", reason: "wrongDossierCode", field: "outcomes.0.dossierCode" } as const;
const note = "Giấy hẹn đúng như vậy, em chụp lại rồi.";

async function withReturned(harness: Harness, review: ChangedEntry["review"] = back) {
  const { phone } = await openAs(personId, harness);
  const content = makeHelpSession();
  const saved = await phone.saveEntry(content, teamUnit);
  await harness.quiet();
  const id = saved.ok ? saved.value.entryId : "";
  const entry = (fields: Partial<ChangedEntry>): ChangedEntry => ({
    id, kind: "helpSession", unitId: teamUnit, status: "returned", version: 2, receipt: "7K2-94M",
    happenedAt: content.happenedAt, happenedOn: LocalDate.parse("2026-08-07"), receivedAt: Instant.parse(serverTime),
    outcomes: content.outcomes.map(({ id: outcomeId, kind }) => ({ id: outcomeId, kind, revision: 1 })), review, content, ...fields,
  });
  await hear([entry({})], harness, phone);
  return { phone, id, content, entry };
}

async function hear(entries: ChangedEntry[], harness: Harness, phone: Phone) {
  harness.network.changes = () => changes(personId, entries);
  phone.wake();
  await harness.quiet();
  harness.network.changes = () => changes(personId, []);
}

it("gives back what came back as it is, without a network, and says so until it is sent", async () => {
  const harness = createHarness();
  const { phone, id, content } = await withReturned(harness);
  expect(await phone.openEntry(id)).toMatchObject({ mayAnswer: true });
  const online = harness.network.commands;
  harness.network.commands = offline;
  expect(await phone.answerReview(id, `  ${note} `)).toMatchObject({ ok: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "saved", status: "submitted", asked: true }]);
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("attention");
  expect(await phone.openEntry(id)).toMatchObject({ content, asked: { note }, mayAnswer: false });

  harness.network.commands = online;
  phone.wake();
  await harness.quiet();
  expect(harness.network.requests.findLast(({ path }) => path === "/api/commands")?.commands).toMatchObject([{ type: "answerReview", expectedVersion: 2, note }]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received", asked: true }]);
});

it("shows the note as the feed tells it, until the leader decides", async () => {
  const harness = createHarness();
  const { phone, id, entry } = await withReturned(harness);
  const said = { ...back, action: "answer", reviewerName: "Lê Thị Hoa", note, answered: true } as const;
  await hear([entry({ status: "submitted", version: 3, review: said })], harness, phone);
  expect(await phone.openEntry(id)).toMatchObject({ asked: { note }, mayAnswer: false, summary: { asked: true } });
  await hear([entry({ status: "confirmed", version: 4, review: { ...back, action: "confirm", answered: true } })], harness, phone);
  expect(await phone.openEntry(id)).not.toHaveProperty("asked");
  expect(phone.entries.getSnapshot()[0]).not.toHaveProperty("asked");
});

it("asks once only, also where the answer was given on another phone", async () => {
  const harness = createHarness();
  const { phone, id } = await withReturned(harness, { ...back, answered: true });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention" }]);
  expect(await phone.openEntry(id)).toMatchObject({ mayAnswer: false, mayAmend: true, mayWithdraw: true });
  expect(await phone.answerReview(id, note)).toMatchObject({ ok: false, error: { refusals: [{ code: "alreadyAnswered" }] } });
});

it.each([
  ["nothing", " \n ", "required"],
  ["more than a leader would read", "x".repeat(501), "tooLong"],
])("wants a note, not %s", async (_, text, code) => {
  const { phone, id } = await withReturned(createHarness());
  expect(await phone.answerReview(id, text)).toEqual({ ok: false, error: { problem: "refused", refusals: [{ code, field: "note" }] } });
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention" }]);
});

it("comes back to attention when the leader was faster", async () => {
  const harness = createHarness();
  const { phone, id, entry } = await withReturned(harness);
  harness.network.commands = (commands) => verdicts(personId, commands.map(({ id: commandId }) => ({ commandId, verdict: "refused", code: "versionConflict" })));
  harness.network.changes = () => changes(personId, [entry({ status: "submitted", version: 3, review: { ...back, action: "undo" } })]);
  await phone.answerReview(id, note);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "attention", attention: { kind: "conflict" }, status: "submitted" }]);
  expect(await phone.openEntry(id)).not.toHaveProperty("asked");
});

it("is not possible for what the leader has not sent back", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  const id = saved.ok ? saved.value.entryId : "";
  expect(await phone.openEntry(id)).toMatchObject({ mayAnswer: false });
  expect(await phone.answerReview(id, note)).toMatchObject({ ok: false, error: { refusals: [{ code: "notAllowedInThisState" }] } });
});
