import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import type { RegisterWindow } from "@/lib/domain/report/register-indicators";
import { localDateOf, LocalDate } from "@/lib/domain/time/local-date";
import { readSchemeStart } from "@/lib/server/unit-numbers/read-scheme-start";
import type { Role } from "@/lib/domain/people/actor";
import { seenUnits } from "./seen-unit";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

export type MembersAsked = { readonly unitId: string | undefined; readonly ownUnitId: string; readonly window: RegisterWindow; readonly page: number };

/**
 * What an address asks for: the person's own unit where it names none, this day where it names none or a wrong one,
 * all since the scheme began. Undefined for whoever holds none of the roles.
 */
export async function membersAsked(actor: Actor, parameters: Parameters, roles: readonly Role[], now: string): Promise<MembersAsked | undefined> {
  const today = localDateOf(now);
  const [own] = seenUnits(actor, today, roles);
  if (!own) return undefined;
  const day = LocalDate.safeParse(parameters.day).data;
  const first = await readSchemeStart(actor);
  const last = day && first <= day && day <= today ? day : today;
  const page = z.coerce.number().check(z.int(), z.gte(0), z.lt(10_000)).safeParse(parameters.page).data ?? 0;
  return { unitId: "unit" in parameters ? Uuid.safeParse(parameters.unit).data : own, ownUnitId: own, window: { first, last }, page };
}
