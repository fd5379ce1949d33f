"use client";
import { useEffect } from "react";

/**
 * How much of the page a keyboard covers, as `--keyboard`. Chrome makes the page smaller by itself
 * (`interactiveWidget` in the root layout); Safari lays the keyboard over it.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const visual = window.visualViewport;
    if (!visual) return;
    const { style } = document.documentElement;
    const measure = () => {
      // zoomed in by two fingers the visible part is smaller too, without any keyboard
      const covered = visual.scale === 1 ? window.innerHeight - visual.height - visual.offsetTop : 0;
      style.setProperty("--keyboard", `${Math.max(0, Math.round(covered))}px`);
    };
    visual.addEventListener("resize", measure);
    visual.addEventListener("scroll", measure);
    return () => {
      visual.removeEventListener("resize", measure);
      visual.removeEventListener("scroll", measure);
      style.removeProperty("--keyboard");
    };
  }, []);
}
