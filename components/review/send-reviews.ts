import type { ReviewEntry, WithdrawConsent } from "@/lib/domain/command/command";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { EntryStatus, ReviewAction, ReviewReason } from "@/lib/domain/review/lifecycle";
import { deskDevice, newId } from "@/lib/phone/device/desk-device";
import { createProtocolClient, type TransportProblem } from "@/lib/protocol/client";
import { protocolVersion } from "@/lib/protocol/version";

export type Decision = {
  readonly entryId: string;
  readonly expectedVersion: number;
  readonly action: ReviewAction;
  readonly reason?: ReviewReason;
  readonly field?: string;
  readonly note?: string;
};

export type Decided =
  | { readonly entryId: string; readonly accepted: true; readonly status: EntryStatus; readonly version: number }
  | { readonly entryId: string; readonly accepted: false; readonly code: RefusalCode };

/** Sends decisions as commands, one verdict per decision, in the same order. */
export function sendReviews(personId: string, decisions: readonly Decision[]): Promise<Result<Decided[], TransportProblem>> {
  return send(personId, decisions.map((decision) => ({ ...newCommand(), type: "reviewEntry", ...decision }) as ReviewEntry));
}

/** The citizen came to the desk and took the consent back. */
export function sendConsentWithdrawal(personId: string, entryId: string): Promise<Result<Decided[], TransportProblem>> {
  return send(personId, [{ ...newCommand(), type: "withdrawConsent", entryId } as WithdrawConsent]);
}

function newCommand() {
  return { id: newId(), issuedAt: new Date().toISOString() };
}

/** Like a phone sends its own. Nothing is queued: what did not arrive was not decided, and the person is told. */
async function send(personId: string, commands: readonly (ReviewEntry | WithdrawConsent)[]): Promise<Result<Decided[], TransportProblem>> {
  const client = createProtocolClient((url, init) => fetch(url, init), "");
  const answer = await client.sendCommands({ protocol: protocolVersion, personId, device: deskDevice(), commands: [...commands] });
  if (!answer.ok) return answer;
  const { verdicts } = answer.value;
  if (verdicts.length !== commands.length || verdicts.some(({ verdict }) => verdict === "failed")) return err({ problem: "fault" });
  return ok(
    verdicts.flatMap((verdict, index): Decided[] => {
      const entryId = commands[index]?.entryId ?? "";
      if (verdict.verdict === "accepted") return [{ entryId, accepted: true, status: verdict.status, version: verdict.version }];
      return verdict.verdict === "refused" ? [{ entryId, accepted: false, code: verdict.code }] : [];
    }),
  );
}
