"use client";
import { useEffect, useRef } from "react";
import { createWedge } from "@/lib/phone/scanner/wedge";

/** Hears a keyboard-wedge scanner anywhere on the screen and keeps its burst out of the field with the focus. */
export function useWedgeScanner(onText: (text: string) => void): void {
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    const wedge = createWedge();
    const listen = (event: KeyboardEvent) => {
      const text = wedge.press(event.key, event.timeStamp);
      if (text === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(text);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
