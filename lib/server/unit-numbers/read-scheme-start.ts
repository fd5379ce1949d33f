import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadScheme } from "@/lib/server/commands/scheme";
import { withActor } from "@/lib/server/database/with-actor";

/** The first day that the scheme counts: data of the province, not code. */
export async function readSchemeStart(actor: Actor): Promise<LocalDate> {
  const { schemeRules } = await withActor(actor, loadScheme);
  return schemeRules.schemeStart;
}
