import type { ReviewEntry } from "@/lib/domain/command/command";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { EntryStatus, ReviewAction, ReviewReason } from "@/lib/domain/review/lifecycle";
import { createProtocolClient, type TransportProblem } from "@/lib/protocol/client";
import { protocolVersion } from "@/lib/protocol/version";
import { deskDevice, newId } from "./desk-device";

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

/**
 * Sends decisions as commands, like a phone sends its own; one verdict per decision, in the same order.
 * Nothing is queued: what did not arrive was not decided, and the person is told.
 */
export async function sendReviews(personId: string, decisions: readonly Decision[]): Promise<Result<Decided[], TransportProblem>> {
  const commands = decisions.map((decision) => ({
    id: newId(),
    type: "reviewEntry",
    issuedAt: new Date().toISOString(),
    ...decision,
  })) as ReviewEntry[];
  const client = createProtocolClient((url, init) => fetch(url, init), "");
  const answer = await client.sendCommands({ protocol: protocolVersion, personId, device: deskDevice(), commands });
  if (!answer.ok) return answer;
  const { verdicts } = answer.value;
  if (verdicts.length !== decisions.length || verdicts.some(({ verdict }) => verdict === "failed")) return err({ problem: "fault" });
  return ok(
    verdicts.flatMap((verdict, index): Decided[] => {
      const entryId = decisions[index]?.entryId ?? "";
      if (verdict.verdict === "accepted") return [{ entryId, accepted: true, status: verdict.status, version: verdict.version }];
      return verdict.verdict === "refused" ? [{ entryId, accepted: false, code: verdict.code }] : [];
    }),
  );
}
