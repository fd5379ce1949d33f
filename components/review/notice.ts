import type { RefusalCode } from "@/lib/domain/refusal";
import type { TransportProblem } from "@/lib/protocol/client";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { decisionTexts } from "@/lib/text/desk-review";
import { formatTimeOfDay } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** What the bar says about the last decision. */
export type Notice =
  | { readonly kind: "done"; readonly text: string }
  | { readonly kind: "trouble"; readonly text: string; readonly signIn?: boolean }
  /** Somebody else was faster: the sentence is made from the entry as it is read anew. */
  | { readonly kind: "conflict"; readonly entryId: string; readonly seenVersion: number };

export function noticeOfProblem({ problem }: TransportProblem): Notice {
  if (problem === "notSignedIn" || problem === "wrongPerson") return { kind: "trouble", text: decisionTexts.notSignedIn, signIn: true };
  return { kind: "trouble", text: problem === "fault" ? refusals.serverFault : decisionTexts.unreachable };
}

export function noticeOfRefusal(code: RefusalCode, entryId: string, seenVersion: number): Notice {
  if (code === "versionConflict" || code === "notAllowedInThisState") return { kind: "conflict", entryId, seenVersion };
  return { kind: "trouble", text: code === "undoTooLate" ? decisionTexts.undoTooLate : refusals[code] };
}

/** "Chị Lan đã trả lại mục này lúc 09:14. Xem trước khi quyết định." */
export function conflictSentence(entry: ReviewedEntry | undefined): string {
  const last = entry?.history.at(-1);
  if (!last?.personName || last.step === "captured" || last.step === "received") return decisionTexts.conflictUnknown;
  const step = last.step === "amended" ? "amend" : last.step === "withdrawn" ? "withdraw" : last.step === "consentWithdrawn" ? "withdrawConsent" : last.step;
  return decisionTexts.conflict(last.personName, decisionTexts.did[step], formatTimeOfDay(last.at));
}
