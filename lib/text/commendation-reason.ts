import type { Commended, CommendationList } from "../domain/report/commendation";
import { commendationTexts as texts } from "./desk-commendation";
import { formatCount } from "./moment";
import { outcomeNames } from "./outcomes";

/** Kinds that are named; the others are in the numbers. */
const mostNamed = 3;

/** Why a team (`teamUnit`) or a person stands on the list, in one sentence. */
export function commendationReason({ perBase, kinds }: Commended, { medianMatched }: CommendationList, base: string): string {
  const named = kinds.slice(0, mostNamed).map(({ kind, count }) => texts.kind(formatCount(count), outcomeNames[kind].short.toLocaleLowerCase("vi").replace("vneid", "VNeID")));
  return texts.reason(formatPerBase(perBase), base, formatPerBase(medianMatched), named.join(", "));
}

/** "7,5" */
export function formatPerBase(value: number): string {
  return formatCount(Math.round(value * 10) / 10);
}
