"use client";
import { useState } from "react";
import type { Saved } from "@/lib/phone/phone";
import { refusals } from "@/lib/text/refusals";
import { shift } from "@/lib/text/shift";

export type Saving = {
  readonly busy: boolean;
  /** Why nothing was saved. */
  readonly problem: string | undefined;
  /** One at a time: a second tap does nothing. */
  run(work: () => Promise<Saved>): void;
};

export function useSaving(): Saving {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (work: () => Promise<Saved>) => {
    setBusy(true);
    setProblem(undefined);
    const saved = await work();
    setBusy(false);
    if (!saved.ok) setProblem(sentenceOf(saved.error));
  };
  return { busy, problem, run: (work) => void (busy || run(work)) };
}

function sentenceOf(error: Extract<Saved, { ok: false }>["error"]): string {
  return error.problem === "refused" ? refusals[error.refusals[0]?.code ?? "serverFault"] : shift.notSaved[error.problem];
}
