"use client";
import { useState } from "react";
import type { Saved, SaveProblem } from "@/lib/phone/entries/saved";
import { notSaved } from "@/lib/text/not-saved";
import { refusals } from "@/lib/text/refusals";

export type Saving = {
  readonly busy: boolean;
  /** Why nothing was saved. */
  readonly problem: string | undefined;
  /** One at a time: a second tap does nothing. Comes to whether it was saved. */
  run(work: () => Promise<Saved>): Promise<boolean>;
  /** The problem is being mended. */
  forget(): void;
};

/** What one button saves, where no form says what is wrong. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (work: () => Promise<Saved>) => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    const saved = await work();
    setBusy(false);
    if (!saved.ok) setProblem(sentenceOf(saved.error));
    return saved.ok;
  };
  return { busy, problem, run, forget: () => setProblem(undefined) };
}

function sentenceOf(error: SaveProblem): string {
  return error.problem === "refused" ? refusals[error.refusals[0]?.code ?? "serverFault"] : notSaved[error.problem];
}
