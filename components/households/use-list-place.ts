"use client";
import { useLayoutEffect, useState } from "react";
import type { PackHousehold } from "@/lib/phone/phone";
import type { ListPlace } from "./place-memory";

/**
 * Brings a list back to where it was left: the row that was opened stands where it stood, or, when it has left the
 * list meanwhile, the one that took its place.
 * @returns the position around which the list is to be drawn at once
 */
export function useListPlace(before: ListPlace | undefined, shown: readonly PackHousehold[]): number {
  const [start] = useState(() => {
    if (!before?.household) return undefined;
    const position = shown.findIndex(({ id }) => id === before.household);
    const found = position >= 0 ? position : Math.min(before.position, shown.length - 1);
    return found >= 0 ? { position: found, household: shown[found]!.id, top: before.top } : undefined;
  });
  useLayoutEffect(() => {
    if (!start) return;
    const restore = () => {
      const row = document.querySelector(`[data-household="${CSS.escape(start.household)}"]`);
      if (row) window.scrollBy({ top: row.getBoundingClientRect().top - start.top, behavior: "instant" });
    };
    restore();
    // Once more after the router has put a new page to its top.
    const frame = requestAnimationFrame(restore);
    return () => cancelAnimationFrame(frame);
  }, [start]);
  return start?.position ?? 0;
}
