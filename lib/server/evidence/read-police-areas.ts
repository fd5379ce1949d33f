import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { comparePlaces } from "@/lib/domain/text/compare";
import { withActor } from "@/lib/server/database/with-actor";

export type PoliceArea = { readonly id: string; readonly name: string };

/** The communes of today and hamlets for which the actor confirms, for the choice above the list; none for a whole province. */
export function readPoliceAreas(actor: Actor): Promise<PoliceArea[]> {
  return withActor(actor, async (tx) => {
    const areas = await tx.$queryRaw<(PoliceArea & { kind: string })[]>`
      select id, name, kind::text from area where id = any (app_police_areas()) and valid_to is null order by kind, name limit 400`;
    return areas.sort((a, b) => (a.kind === b.kind ? comparePlaces(a.name, b.name) : a.kind === "commune" ? -1 : 1)).map(({ id, name }) => ({ id, name }));
  });
}
