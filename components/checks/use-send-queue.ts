import { useEffect, useRef, useState } from "react";
import type { EvidenceAnswer } from "@/lib/protocol/evidence";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import type { Queued } from "./row-state";
import { sendDecisions } from "./send-decisions";

/** As many as one request takes; what is decided meanwhile goes with the next one. */
const mostAtOnce = 100;

export type Answered = { readonly queued: Queued; readonly answer: EvidenceAnswer };

/**
 * Sends decisions one request after the other, in their order, while the person goes on reading. What did not arrive
 * waits for `again`.
 */
export function useSendQueue(onAnswers: (answered: readonly Answered[]) => void, onProblem: (queued: readonly Queued[], problem: ChangeProblem) => void) {
  const waiting = useRef<Queued[]>([]);
  const isSending = useRef(false);
  const listeners = useRef({ onAnswers, onProblem });
  const [pending, setPending] = useState(0);
  useEffect(() => {
    listeners.current = { onAnswers, onProblem };
  });
  useEffect(() => {
    if (pending === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [pending]);

  const flush = async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current.length > 0) {
      const batch = waiting.current.splice(0, mostAtOnce);
      const answers = await sendDecisions(batch.map(({ decision }) => decision));
      if (!answers.ok) {
        const all = [...batch, ...waiting.current.splice(0)];
        listeners.current.onProblem(all, answers.error);
        break;
      }
      listeners.current.onAnswers(batch.flatMap((queued) => {
        const answer = answers.value.get(queued.decision.id);
        return answer ? [{ queued, answer }] : [];
      }));
      setPending(waiting.current.length);
    }
    isSending.current = false;
    setPending(waiting.current.length);
  };

  return {
    pending,
    send: (queued: readonly Queued[]) => {
      waiting.current.push(...queued);
      setPending((count) => count + queued.length);
      void flush();
    },
  };
}
