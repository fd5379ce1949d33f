"use client";
import { useState } from "react";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { PointAsked } from "@/lib/protocol/reports";

/** What is being chosen, as text until every day is one. */
export type PointChosen = { readonly [Name in keyof PointAsked]: Name extends "kind" | "compareWith" ? PointAsked[Name] : string };

export function usePoint(first: PointAsked) {
  const [chosen, setChosen] = useState<PointChosen>(first);
  const days = { through: LocalDate.safeParse(chosen.through).data, asOf: LocalDate.safeParse(chosen.asOf).data, treeOn: LocalDate.safeParse(chosen.treeOn).data };
  const { through, asOf, treeOn } = days;
  return {
    chosen,
    choose: (change: Partial<PointChosen>) => setChosen((before) => ({ ...before, ...change })),
    /** Undefined while a day is missing. */
    point: through && asOf && treeOn ? ({ ...chosen, through, asOf, treeOn } satisfies PointAsked) : undefined,
  };
}
