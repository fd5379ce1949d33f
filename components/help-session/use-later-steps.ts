"use client";
import { useEffect, useState } from "react";

export type LaterSteps = typeof import("./later-steps");

let loaded: LaterSteps | undefined;

/**
 * What is filled in: loaded as soon as the form is there, undefined until then. A fault if they can't be,
 * which only a first visit that loses its network can meet; the draft is kept.
 */
export function useLaterSteps(): LaterSteps | undefined {
  const [steps, setSteps] = useState(loaded);
  useEffect(() => {
    let wanted = true;
    import("./later-steps").then(
      (module) => {
        loaded = module;
        if (wanted) setSteps(module);
      },
      (error: unknown) => {
        if (wanted) setSteps(() => fail(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  return steps;
}

/** While rendering, so that the page's error boundary takes it. */
function fail(error: unknown): never {
  throw error;
}
