import type { Place } from "@/lib/domain/entry/help-session";
import { placeKindNames } from "@/lib/text/outcomes";

/** "Một cửa xã Tuy Phước", or the kind of place where it has no name. */
export function placeName({ kind, name }: Place): string {
  return name ?? placeKindNames[kind];
}
