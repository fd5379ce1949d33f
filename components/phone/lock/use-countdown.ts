"use client";
import { useEffect, useState } from "react";

/** Time left as "0:27"; undefined when it is over, or there is none. */
export function useCountdown(until: string | undefined): string | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === undefined) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const left = until === undefined ? 0 : Math.ceil((Date.parse(until) - now) / 1_000);
  return left > 0 ? clockOf(left) : undefined;
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
