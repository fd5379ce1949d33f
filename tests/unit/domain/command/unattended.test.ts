import { expect, it } from "vitest";
import { applyCommand } from "@/lib/domain/command/apply-command";
import type { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import { makeAmend, makeAnswer, makeRecord, makeReview, makeWithdraw, makeWithdrawConsent } from "@/tests/factories/commands";
import { makeActor, makeContext, teamUnit } from "@/tests/factories/command-context";
import { makeHelpSession } from "@/tests/factories/help-session";

const author = makeActor("volunteer");
const context = makeContext(author, { unattended: "revokedPhone" });
const content = makeHelpSession();
const record = makeRecord(teamUnit, content) as unknown as Command;

function entryIn(status: EntryStatus): EntryState {
  const applied = applyCommand(undefined, record, makeContext(author));
  if (!applied.ok) throw new Error(applied.error.code);
  return { ...applied.value.state, status };
}

const apply = (status: EntryStatus, command: unknown) => applyCommand(entryIn(status), command as Command, context);

it("a new entry waits in quarantine, whatever its author may do", () => {
  expect(applyCommand(undefined, record, context)).toMatchObject({ ok: true, value: { state: { status: "quarantined" }, quarantine: { reason: "revokedPhone" } } });
});

it("what is changed waits with what was brought", () => {
  for (const status of ["submitted", "returned", "reopened", "quarantined"] as const) {
    const changed = apply(status, makeAmend(record.entryId, 1, content));
    expect(changed, status).toMatchObject({ ok: true, value: { state: { status: "quarantined", version: 2 }, content, quarantine: { reason: "revokedPhone" } } });
  }
  expect(apply("returned", makeAnswer(record.entryId, 1))).toMatchObject({ ok: true, value: { state: { status: "quarantined" }, review: { action: "answer" } } });
});

it("nothing is taken away: a withdrawal is a question, and no citizen's data is destroyed", () => {
  expect(apply("submitted", makeWithdraw(record.entryId, 1))).toMatchObject({ ok: true, value: { state: { status: "quarantined" }, quarantine: { asks: "withdraw" } } });
  const consent = apply("confirmed", makeWithdrawConsent(record.entryId));
  expect(consent).toMatchObject({ ok: true, value: { state: { status: "quarantined" }, quarantine: { asks: "withdrawConsent" } } });
  expect(consent.ok && consent.value).not.toHaveProperty("erase");
});

it("what its author could not do either is refused as ever, and nobody decides about others", () => {
  expect(apply("confirmed", makeWithdraw(record.entryId, 1))).toEqual({ ok: false, error: { code: "notAllowedInThisState" } });
  expect(apply("submitted", makeAmend(record.entryId, 7, content))).toEqual({ ok: false, error: { code: "versionConflict" } });
  expect(apply("submitted", makeReview(record.entryId, 1, "confirm")).ok).toBe(false);
});
