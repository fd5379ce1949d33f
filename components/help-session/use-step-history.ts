"use client";
import { useEffect, useRef } from "react";

/** Kept in the state of a history entry: the steps that led to it, itself last. */
const key = "recordSteps";

export type StepHistory = {
  /** Back to the entry on which the form was opened, so that what comes next can take its place. */
  leave(): Promise<void>;
};

/**
 * Each step is an entry of the browser's history, so that the phone's own "back" goes one step back instead of
 * leaving the form.
 */
export function useStepHistory(step: number, show: (step: number) => void): StepHistory {
  const leaving = useRef(false);
  const latestShow = useRef(show);
  useEffect(() => {
    latestShow.current = show;
  });

  useEffect(() => {
    const trail = trailHere();
    if (!trail) return window.history.replaceState({ ...window.history.state, [key]: [step] }, "");
    const current = trail.at(-1);
    if (current === step) return;
    const earlier = trail.lastIndexOf(step);
    if (earlier >= 0) window.history.go(earlier - trail.length + 1);
    else if (step > (current ?? 0)) window.history.pushState({ ...window.history.state, [key]: [...trail, step] }, "");
    else window.history.replaceState({ ...window.history.state, [key]: [...trail.slice(0, -1), step] }, "");
  }, [step]);

  useEffect(() => {
    const listen = () => {
      const wanted = trailHere()?.at(-1);
      if (wanted !== undefined && !leaving.current) latestShow.current(wanted);
    };
    window.addEventListener("popstate", listen);
    return () => window.removeEventListener("popstate", listen);
  }, []);

  return {
    leave: async () => {
      const back = (trailHere()?.length ?? 1) - 1;
      if (back === 0) return;
      leaving.current = true;
      await goBack(back);
    },
  };
}

/** Browsers answer a step in the history later, and some not at all when it leads nowhere. */
function goBack(entries: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostTime);
    const arrive = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener("popstate", arrive, { once: true });
    window.history.go(-entries);
  });
}

const mostTime = 500;

function trailHere(): readonly number[] | undefined {
  const trail: unknown = window.history.state?.[key];
  return Array.isArray(trail) && trail.every((step) => typeof step === "number") && trail.length > 0 ? trail : undefined;
}
