import type { Briefing } from "@/lib/protocol/briefing";
import { writeJoinLink } from "@/lib/protocol/join-link";

export type Pooled = NonNullable<Briefing["invitations"]>[number];
type Unit = Briefing["units"][number];

/** Units for which this phone carries invitations. */
export function unitsOf({ units, invitations = [] }: Briefing): Unit[] {
  return units.filter(({ id }) => invitations.some(({ unitId }) => unitId === id));
}

/**
 * The invitation to show next: one that nobody saw, or when there is none left, the one that was shown first.
 * @param shown ids that somebody was shown here, in this order
 * @param today the day, for what is over
 */
export function choosePooled(
  { invitations = [] }: Briefing, unitId: string, shown: readonly string[], today: string,
): { readonly current: Pooled | undefined; /** That nobody saw, the current one included. */ readonly left: number } {
  const good = invitations.filter((pooled) => pooled.unitId === unitId && pooled.through >= today);
  const unseen = good.filter(({ id }) => !shown.includes(id));
  const first = shown.find((id) => good.some((pooled) => pooled.id === id));
  return { current: unseen[0] ?? good.find(({ id }) => id === first), left: unseen.length };
}

/** With the place where the team works most: its own, or one of those above. */
export function linkOf(origin: string, { places }: Briefing, { id, name }: Unit, { secret, through }: Pooled): string {
  const place = places.find(({ unitId }) => unitId === id) ?? places[0];
  return writeJoinLink(origin, {
    unit: { id, name },
    ...(place ? { place: { id: place.id, kind: place.kind, name: place.name } } : {}),
    invitation: { secret, role: "volunteer", through },
  });
}
