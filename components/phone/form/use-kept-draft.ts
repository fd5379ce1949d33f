"use client";
import { useEffect, useRef, useState } from "react";
import { holdUpdates } from "@/components/phone/use-waiting-update";
import type { Phone } from "@/lib/phone/phone";

const keepAfter = 150;

export type KeptDraft = {
  /** Whether the last change is on the phone; undefined before there was one and while it is being written. */
  readonly kept: boolean | undefined;
  /** Writes what still waits. */
  settle(): Promise<void>;
  /** The draft has become an entry, or was given up: nothing more is kept. */
  end(): void;
};

/**
 * Keeps the draft a moment after each change, and at once when the page goes out of sight.
 * @param isUntouched whether there is nothing in it worth keeping
 */
export function useKeptDraft<Draft>(phone: Phone, key: string, draft: Draft, isUntouched: (draft: Draft) => boolean): KeptDraft {
  const [result, setResult] = useState<{ readonly draft: Draft; readonly ok: boolean }>();
  const latest = useRef({ draft, waiting: false, ended: false });

  const keep = async () => {
    const state = latest.current;
    if (!state.waiting || state.ended) return;
    state.waiting = false;
    const written = state.draft;
    if (isUntouched(written)) {
      await phone.drafts.remove(key);
      return setResult(undefined);
    }
    setResult({ draft: written, ok: (await phone.drafts.save(key, written)).ok });
  };
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });

  useEffect(() => {
    const state = latest.current;
    if (state.draft === draft) return;
    // What was never touched leaves no trace; what was emptied again goes.
    state.waiting ||= !isUntouched(draft) || !isUntouched(state.draft);
    state.draft = draft;
    const timer = setTimeout(() => void keepNow.current(), keepAfter);
    return () => clearTimeout(timer);
  }, [draft, isUntouched]);

  useEffect(() => {
    const release = holdUpdates();
    const onHide = () => void keepNow.current();
    const onLock = phone.beforeLock(() => keepNow.current());
    window.addEventListener("pagehide", onHide);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      onHide();
      onLock();
      release();
      window.removeEventListener("pagehide", onHide);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [phone]);

  return {
    // What was changed since is not kept yet, and nothing says so.
    kept: result?.ok === false || result?.draft === draft ? result.ok : undefined,
    settle: () => keepNow.current(),
    end: () => {
      latest.current.ended = true;
    },
  };
}
