import { useEffect, useState } from "react";
import { revealNumber } from "./send-decisions";

/** Long enough that rows which are only passed are not looked at. */
const pauseBeforeLook = 120;

/**
 * The number of the row that has the focus, shown by a look that the server writes down; masked again when the focus or
 * the window is left.
 */
export function useNumber(outcomeId: string | undefined): string | undefined {
  const [shown, setShown] = useState<{ readonly outcomeId: string; readonly number: string }>();
  useEffect(() => {
    if (!outcomeId) return undefined;
    let isLeft = false;
    const look = async () => {
      const number = await revealNumber(outcomeId);
      if (!isLeft && number) setShown({ outcomeId, number });
    };
    const timer = setTimeout(() => void look(), pauseBeforeLook);
    const hide = () => document.visibilityState === "hidden" && setShown(undefined);
    document.addEventListener("visibilitychange", hide);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [outcomeId]);
  return shown && shown.outcomeId === outcomeId ? shown.number : undefined;
}
