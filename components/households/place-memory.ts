import type { HamletFilter } from "./hamlet-filter";

/**
 * Where somebody was in a hamlet's list, for the way back to it. In memory only: what was searched for is somebody's
 * name.
 */
export type ListPlace = {
  readonly filter: HamletFilter;
  readonly search: string;
  /** The row that was opened, and how far below the top of the screen it was. */
  readonly household?: string;
  readonly top: number;
};

const places = new Map<string, ListPlace>();

export function placeIn(campaign: string, area: string): ListPlace | undefined {
  return places.get(`${campaign} ${area}`);
}

export function rememberPlace(campaign: string, area: string, place: ListPlace): void {
  places.set(`${campaign} ${area}`, place);
}

/** Who went on from door to door comes back to the last one of them. */
export function movePlace(campaign: string, area: string, household: string): void {
  const { filter, top } = placeIn(campaign, area) ?? { filter: "left", top: usualTop };
  rememberPlace(campaign, area, { filter, search: "", household, top });
}

const usualTop = 240;

/** Where a household stands among those shown, or, when it is none of them, the one that comes behind it; -1 when there is none. */
export function positionOf(household: string, shown: readonly { readonly id: string }[], all: readonly { readonly id: string }[]): number {
  const position = shown.findIndex(({ id }) => id === household);
  if (position >= 0) return position;
  const behind = new Set(all.slice(all.findIndex(({ id }) => id === household)).map(({ id }) => id));
  const next = shown.findIndex(({ id }) => behind.has(id));
  return next >= 0 ? next : shown.length - 1;
}

/** The door that was saved last, told once on the next screen. */
let lastSaved: string | undefined;

export function tellSaved(door: string): void {
  lastSaved = door;
}

export function savedJustNow(): string | undefined {
  return lastSaved;
}

export function forgetSaved(): void {
  lastSaved = undefined;
}
