import type { HamletFilter } from "./hamlet-filter";

/**
 * Where somebody was in a hamlet's list, for the way back to it. In memory only: what was searched for is somebody's
 * name.
 */
export type ListPlace = {
  readonly filter: HamletFilter;
  readonly search: string;
  /** The row that was opened, its position then, and how far below the top of the screen it was. */
  readonly household?: string;
  readonly position: number;
  readonly top: number;
};

const places = new Map<string, ListPlace>();

export function placeIn(campaign: string, area: string): ListPlace | undefined {
  return places.get(`${campaign} ${area}`);
}

export function rememberPlace(campaign: string, area: string, place: ListPlace): void {
  places.set(`${campaign} ${area}`, place);
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
