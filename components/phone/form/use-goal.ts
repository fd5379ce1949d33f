"use client";
import { useEffect, useRef, type RefObject } from "react";

const controls = "input, select, textarea, button";

/**
 * Where the focus goes in the form: to the field that is asked for, else, on a new step, to its question.
 * `returned` is a field that came back: it stays marked whenever its step is shown. No `step`: it is not there yet.
 */
export function useGoal(main: RefObject<HTMLElement | null>, step: number | undefined, goal: { readonly field: string } | undefined, returned: string | null): void {
  const reached = useRef<{ readonly goal: typeof goal; readonly step: number }>(undefined);
  useEffect(() => {
    if (step === undefined) return;
    const before = reached.current;
    reached.current = { goal, step };
    if (returned) fieldIn(main.current, returned)?.setAttribute("data-returned", "");
    if (goal && goal !== before?.goal) return focusField(main.current, goal.field);
    if (before && before.step !== step) focusQuestion(main.current);
  }, [main, step, goal, returned]);
}

/** A part of a field that has no place of its own stands at the whole: `outcomes.1` at `outcomes`. */
function fieldIn(main: HTMLElement | null, field: string): HTMLElement | null | undefined {
  for (let path = field; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
    const found = main?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (found) return found;
  }
  return undefined;
}

/** What has no control of its own is named in the summary on top. */
function focusField(main: HTMLElement | null, field: string): void {
  const place = fieldIn(main, field) ?? main?.querySelector<HTMLElement>("[data-summary]");
  const control = place?.matches(controls) ? place : (place?.querySelector<HTMLElement>(controls) ?? place);
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: "center" });
}

function focusQuestion(main: HTMLElement | null): void {
  window.scrollTo({ top: 0 });
  main?.querySelector<HTMLElement>("[data-question]")?.focus({ preventScroll: true });
}
