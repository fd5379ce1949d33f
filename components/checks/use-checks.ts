import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { newId } from "@/lib/phone/device/desk-device";
import type { CheckRow } from "@/lib/protocol/evidence";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import { checkTexts } from "@/lib/text/desk-checks";
import { refusals } from "@/lib/text/refusals";
import { decisionOf, isOpenRow, type Queued, type RowState, type RowStates, type Word } from "./row-state";
import { useCountdown } from "./use-countdown";
import { useSendQueue, type Answered } from "./use-send-queue";

export type CheckNotice = { readonly kind: "done" | "sending" | "trouble"; readonly text: string; readonly again?: boolean; readonly signIn?: boolean };

type Action = readonly Queued[];

/** Deciding row after row or a page at once, taking the last action back, and going on to the next rows. */
export function useChecks(rows: readonly CheckRow[], { isProposing, goOn }: { readonly isProposing: boolean; readonly goOn: boolean }) {
  const router = useRouter();
  const [states, setStates] = useState<RowStates>(new Map());
  const [seen, setSeen] = useState(rows);
  const [unsent, setUnsent] = useState<Action>([]);
  const [notice, setNotice] = useState<CheckNotice>();
  const undo = useCountdown<Action>();

  if (seen !== rows) {
    setSeen(rows);
    setStates(new Map([...states].filter(([, { step }]) => step === "sending" || step === "unsent")));
  }

  const put = (outcomeId: string, state: RowState | undefined) =>
    setStates((before) => {
      const after = new Map(before);
      if (state) after.set(outcomeId, state);
      else after.delete(outcomeId);
      return after;
    });

  const onAnswers = (answered: readonly Answered[]) => {
    for (const { queued: { row, decision: { verdict, reason } }, answer } of answered) {
      if (verdict === "withdrawn") continue;
      const said = { verdict, ...(reason ? { reason } : {}) };
      put(row.outcomeId, answer.answer === "refused" ? { ...said, step: "refused", code: answer.code } : { ...said, step: "done" });
    }
    setNotice(noticeOf(answered));
    if (answered.some(({ answer }) => answer.answer === "refused")) undo.forget();
  };
  const onProblem = (queued: Action, { code }: ChangeProblem) => {
    setUnsent((before) => [...before, ...queued]);
    for (const { row, decision: { verdict, reason } } of queued) {
      if (verdict !== "withdrawn") put(row.outcomeId, { verdict, ...(reason ? { reason } : {}), step: "unsent" });
    }
    undo.forget();
    if (code === "notSignedIn") setNotice({ kind: "trouble", text: checkTexts.notSignedIn, signIn: true, again: true });
    else setNotice({ kind: "trouble", text: code ? refusals[code] : checkTexts.unreachable(queued.length), again: true });
  };
  const queue = useSendQueue(onAnswers, onProblem);

  const decide = (words: readonly { readonly row: CheckRow; readonly word: Word }[]) => {
    if (words.length === 0) return;
    const queued = words.map(({ row, word }) => ({ row, decision: decisionOf(newId(), row, word, row.said?.id) }));
    for (const { row, word } of words) put(row.outcomeId, { ...word, step: "sending" });
    setNotice({ kind: "sending", text: checkTexts.sendingMany(words.length) });
    undo.offer(queued);
    queue.send(queued);
  };

  const takeBack = (): CheckRow | undefined => {
    const action = undo.value;
    if (!action) return undefined;
    undo.forget();
    queue.send(action.map(({ row, decision }) => ({
      row,
      decision: { id: newId(), outcomeId: row.outcomeId, revision: row.revision, verdict: "withdrawn" as const, ...(isProposing ? {} : { over: decision.id }) },
    })));
    for (const { row } of action) put(row.outcomeId, undefined);
    setNotice({ kind: "sending", text: checkTexts.sendingMany(action.length) });
    return action[0]?.row;
  };

  const again = () => {
    const retried = unsent;
    setUnsent([]);
    setNotice(undefined);
    for (const { row, decision: { verdict, reason } } of retried) {
      if (verdict !== "withdrawn") put(row.outcomeId, { verdict, ...(reason ? { reason } : {}), step: "sending" });
    }
    queue.send(retried);
  };

  // The page is done: the next rows take its place by themselves.
  const isFinished = goOn && queue.pending === 0 && rows.length > 0 && rows.every(({ outcomeId }) => states.get(outcomeId)?.step === "done");
  useEffect(() => {
    if (isFinished) router.refresh();
  }, [isFinished, router]);

  const isOpen = (row: CheckRow) => isOpenRow(row, states);
  return { states, isOpen, notice, undo, decide, takeBack, again, isFinished, reload: () => router.refresh() };
}

/** What became of one request; who was refused is named in the rows. */
function noticeOf(answered: readonly Answered[]): CheckNotice {
  const taken = answered.filter(({ answer }) => answer.answer !== "refused");
  const late = answered.some(({ answer }) => answer.answer === "refused" && answer.code === "undoTooLate");
  if (late) return { kind: "trouble", text: checkTexts.undoTooLate };
  if (taken.length < answered.length) return { kind: "trouble", text: checkTexts.notAll(answered.length - taken.length) };
  const back = taken.filter(({ queued }) => queued.decision.verdict === "withdrawn").length;
  return { kind: "done", text: back === taken.length ? checkTexts.takenBack(back) : checkTexts.doneNotice(taken.length - back) };
}
