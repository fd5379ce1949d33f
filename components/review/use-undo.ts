import { useEffect, useState } from "react";

/** The decisions that may still be taken back together. */
export type Undoable = { readonly entries: readonly { readonly entryId: string; readonly version: number }[]; readonly until: number };

export const undoSeconds = 60;

/** Offers the last decision for 60 seconds; the server allows a little more, for the network's sake. */
export function useUndo() {
  const [undoable, setUndoable] = useState<Undoable>();
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (!undoable) return undefined;
    const tick = () => {
      const left = Math.ceil((undoable.until - Date.now()) / 1000);
      setSecondsLeft(left);
      if (left <= 0) setUndoable(undefined);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [undoable]);
  return {
    undoable,
    secondsLeft,
    offer: (entries: Undoable["entries"]) =>
      setUndoable(entries.length > 0 ? { entries, until: Date.now() + undoSeconds * 1000 } : undefined),
    forget: () => setUndoable(undefined),
  };
}
