"use client";
import { useLayoutEffect, useState } from "react";
import { positionOf, type ListPlace } from "./place-memory";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";

/**
 * Brings a list back to where it was left: the row that was opened stands where it stood, or, when it has left the
 * list meanwhile, the one behind it.
 * @param all the hamlet's households in the same order
 * @returns the position around which the list is to be drawn at once
 */
export function useListPlace(before: ListPlace | undefined, shown: readonly PackHousehold[], all: readonly PackHousehold[]): number {
  const [start] = useState(() => {
    const position = before?.household === undefined ? -1 : positionOf(before.household, shown, all);
    return before && position >= 0 ? { position, household: shown[position]!.id, top: before.top } : undefined;
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
