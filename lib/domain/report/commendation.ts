import type { OutcomeKind } from "../entry/outcome";

/** What a team or a person did in a period. Outcomes count once each, an event too, whatever the number of its guests. */
export type Achievement = {
  readonly id: string;
  readonly name: string;
  /** Of a person: where. */
  readonly unitName?: string;
  /** Whose work it is: of a team, and of a person one of its people's. */
  readonly unitId?: string;
  readonly authorId?: string;
  readonly confirmed: number;
  readonly matched: number;
  /** Of the confirmed ones those of which evidence says no; what waits for it is nobody's fault. */
  readonly refuted: number;
  /** Matched ones. */
  readonly kinds: readonly { readonly kind: OutcomeKind; readonly count: number }[];
  /** What makes it fair: people of a team, days that a person worked. */
  readonly base: number;
};

/** `portion`: of those who worked at all, so many have a place, at least one. */
export type CommendationRule = { readonly portion: number; readonly leastMatched: number; readonly leastBase: number; readonly leastShare: number };

/** A small team is no less than a large one, but two outcomes of two are not yet a merit. */
export const teamRule: CommendationRule = { portion: 0.2, leastMatched: 20, leastBase: 1, leastShare: 0.8 };
/** Somebody who came once is not compared with whoever came every day. */
export const personRule: CommendationRule = { portion: 0.1, leastMatched: 10, leastBase: 3, leastShare: 0.8 };

export type Commended = Achievement & { readonly perBase: number; readonly confirmedPerBase: number };

export type CommendationList = {
  /** Best first. */
  readonly commended: readonly Commended[];
  readonly considered: number;
  /** Of all that worked: matched and confirmed ones for each of the base. */
  readonly medianMatched: number;
  readonly medianConfirmed: number;
};

/**
 * Who stands out, by matched outcomes for each of the base: those in the first places that also have confirmed at least
 * as much as the middle one, so that few lucky outcomes are not enough, and of whose
 * outcomes with evidence it bears out the rule's share. Whoever equals the last place has one too.
 */
export function commend(achievements: readonly Achievement[], rule: CommendationRule): CommendationList {
  const worked = achievements
    .filter(({ confirmed, base }) => confirmed > 0 && base > 0)
    .map((each): Commended => ({ ...each, perBase: each.matched / each.base, confirmedPerBase: each.confirmed / each.base }));
  const medianConfirmed = medianOf(worked.map(({ confirmedPerBase }) => confirmedPerBase));
  const able = worked
    .filter((each) => each.matched >= rule.leastMatched && each.base >= rule.leastBase && each.matched >= (each.matched + each.refuted) * rule.leastShare && each.confirmedPerBase >= medianConfirmed)
    .sort((a, b) => b.perBase - a.perBase || b.matched - a.matched || a.name.localeCompare(b.name, "vi"));
  const places = Math.ceil(worked.length * rule.portion);
  const last = able[places - 1]?.perBase ?? 0;
  return {
    commended: able.filter(({ perBase }) => perBase >= last),
    considered: worked.length,
    medianMatched: medianOf(worked.map(({ perBase }) => perBase)),
    medianConfirmed,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
