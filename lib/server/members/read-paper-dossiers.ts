import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RegisterWindow } from "@/lib/domain/report/register-indicators";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { PaperDossier, PaperDossiers } from "@/lib/protocol/members";
import type { RowsPart } from "@/lib/server/database/rows-part";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { readOfferedServices } from "./read-offered-services";
import { findSeenUnit, paperRoles } from "./seen-unit";

/**
 * Dossiers that members and public employees handed in on paper where a service can be had online, at or below a unit,
 * by unit, day and code. Of the number only its end.
 * @returns undefined alike for an unknown unit and for one that isn't the person's
 */
export function readPaperDossiers(actor: Actor, unitId: string, window: RegisterWindow, { limit, offset }: RowsPart, now: string): Promise<PaperDossiers | undefined> {
  return withActor(actor, async (tx) => {
    const unit = await findSeenUnit(tx, actor, unitId, localDateOf(now), paperRoles);
    if (!unit) return undefined;
    const list = listed(unitId, window, await readOffered(tx, unitId, window));
    const [{ count = 0 } = {}] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from ${list}`;
    const dossiers = await tx.$queryRaw<PaperDossier[]>`
      select dossier.dossier_code as code, unit.name as "unitName", dossier.union_member as "unionMember", coalesce(dossier.last_four, '') as "lastFour",
             dossier.received_on::text as "receivedOn", dossier.service
      from ${list} join unit on unit.id = dossier.unit_id
      order by unit.sort_order, unit.name, unit.id, dossier.received_on desc, dossier.dossier_code
      limit ${limit} offset ${offset}`;
    return { unitName: unit.name, count, dossiers, hasNext: offset + dossiers.length < count };
  });
}

function listed(unitId: string, { first, last }: RegisterWindow, services: readonly string[]): Prisma.Sql {
  return Prisma.sql`member_paper_dossiers(${unitId}::uuid, ${first}::date, ${last}::date, ${[...services]}::text[]) dossier`;
}

/** Services as the register calls them that can be had online. */
async function readOffered(tx: Transaction, unitId: string, { first, last }: RegisterWindow): Promise<string[]> {
  const isOffered = await readOfferedServices(tx, last);
  const rows = await tx.$queryRaw<{ service: string }[]>`select service from member_paper_services(${unitId}::uuid, ${first}::date, ${last}::date)`;
  return rows.map(({ service }) => service).filter(isOffered);
}
