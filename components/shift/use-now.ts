"use client";
import { useEffect, useState } from "react";

const refreshMs = 30_000;

/** The device's clock as it goes on while a screen is open. */
export function useNow(read: () => string): string {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const tick = () => setNow(read());
    const timer = setInterval(tick, refreshMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [read]);
  return now;
}
