import { useRouter } from "next/navigation";
import { useState } from "react";
import { nextStatus } from "@/lib/domain/review/lifecycle";
import type { QueueFilter, QueuePage, ReviewedEntry } from "@/lib/protocol/review-queue";
import { consentWithdrawal } from "@/lib/text/consent-withdrawal";
import { decisionTexts } from "@/lib/text/desk-review";
import { noticeOfProblem, noticeOfRefusal, type Notice } from "./notice";
import { queueHref } from "./queue-href";
import { sendConsentWithdrawal, sendReviews, type Decided, type Decision } from "./send-reviews";
import { useUndo } from "./use-undo";

/** Deciding, alone or several at once, and taking back; afterwards the next entry opens. */
export function useDecisions({
  personId,
  page,
  filter,
  entry,
}: {
  readonly personId: string;
  readonly page: QueuePage;
  readonly filter: QueueFilter;
  readonly entry: ReviewedEntry | undefined;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const undo = useUndo();

  const send = (decisions: readonly Decision[]) => (decisions.length === 0 ? Promise.resolve(undefined) : answerOf(() => sendReviews(personId, decisions)));
  const answerOf = async (ask: () => ReturnType<typeof sendReviews>): Promise<Decided[] | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setNotice(undefined);
    const answer = await ask();
    setBusy(false);
    if (answer.ok) return answer.value;
    setNotice(noticeOfProblem(answer.error));
    return undefined;
  };

  /** Opens the first undecided entry behind this one, or before it at the end of the list. */
  const openNext = (decided: ReadonlySet<string>) => {
    const at = page.items.findIndex(({ id }) => id === entry?.id);
    const rest = [...page.items.slice(at + 1), ...page.items.slice(0, Math.max(at, 0))].filter(({ id }) => !decided.has(id));
    router.push(queueHref(filter, rest[0]?.id), { scroll: false });
    router.refresh();
  };

  const decide = async (decision: Omit<Decision, "entryId" | "expectedVersion">) => {
    if (!entry) return;
    const [verdict] = (await send([{ ...decision, entryId: entry.id, expectedVersion: entry.version }])) ?? [];
    if (!verdict) return;
    if (!verdict.accepted) {
      setNotice(noticeOfRefusal(verdict.code, entry.id, entry.version));
      return router.refresh();
    }
    setNotice({ kind: "done", text: decisionTexts.done[decision.action](1) });
    undo.offer(nextStatus(verdict.status, "undo") ? [verdict] : []);
    openNext(new Set([entry.id]));
  };

  const withdrawConsent = async () => {
    if (!entry) return;
    const [verdict] = (await answerOf(() => sendConsentWithdrawal(personId, entry.id))) ?? [];
    if (!verdict) return;
    setNotice(verdict.accepted ? { kind: "done", text: consentWithdrawal.sent } : noticeOfRefusal(verdict.code, entry.id, entry.version));
    undo.forget();
    router.refresh();
  };

  const confirmAll = async (chosen: ReadonlySet<string>) => {
    const items = page.items.filter(({ id, bulk }) => bulk && chosen.has(id));
    const verdicts = await send(items.map(({ id, version }) => ({ entryId: id, expectedVersion: version, action: "confirm" })));
    if (!verdicts) return;
    const confirmed = verdicts.filter((verdict) => verdict.accepted);
    const left = verdicts.length - confirmed.length;
    setNotice({
      kind: left > 0 ? "trouble" : "done",
      text: left > 0 ? decisionTexts.notAllDecided(left) : decisionTexts.done.confirm(confirmed.length),
    });
    undo.offer(confirmed);
    const decided = new Set(confirmed.map(({ entryId }) => entryId));
    if (entry && !decided.has(entry.id)) router.refresh();
    else openNext(decided);
  };

  const takeBack = async () => {
    const { undoable } = undo;
    if (!undoable) return;
    const verdicts = await send(undoable.entries.map(({ entryId, version }) => ({ entryId, expectedVersion: version, action: "undo" })));
    if (!verdicts) return;
    undo.forget();
    const refused = verdicts.find((verdict) => !verdict.accepted);
    setNotice(
      refused && !refused.accepted ? noticeOfRefusal(refused.code, refused.entryId, 0) : { kind: "done", text: decisionTexts.done.undo() },
    );
    router.push(queueHref(filter, undoable.entries[0]?.entryId), { scroll: false });
    router.refresh();
  };

  return { busy, notice, undo, decide, withdrawConsent, confirmAll, takeBack };
}
