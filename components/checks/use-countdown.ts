import { useEffect, useState } from "react";

const undoSeconds = 60;

/** Holds something for 60 seconds: the last action that may be taken back. */
export function useCountdown<Value>() {
  const [held, setHeld] = useState<{ readonly value: Value; readonly until: number }>();
  const [secondsLeft, setSecondsLeft] = useState(undoSeconds);
  useEffect(() => {
    if (!held) return undefined;
    const timer = setInterval(() => {
      const left = Math.ceil((held.until - Date.now()) / 1000);
      setSecondsLeft(left);
      if (left <= 0) setHeld(undefined);
    }, 1000);
    return () => clearInterval(timer);
  }, [held]);
  return {
    value: held?.value,
    secondsLeft,
    offer: (value: Value) => {
      setSecondsLeft(undoSeconds);
      setHeld({ value, until: Date.now() + undoSeconds * 1000 });
    },
    forget: () => setHeld(undefined),
  };
}
