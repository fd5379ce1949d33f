import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { RowPart, ShareRow, ShareRows, ShareRowsQuery } from "@/lib/protocol/register-rows";
import { screenOf, type RowsPart } from "@/lib/server/database/rows-part";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { readOfferedServices } from "./read-offered-services";
import { findSeenUnit, paperRoles } from "./seen-unit";

/**
 * What stands behind a share, row by row: dossiers, counted accounts or members, of the number only its end.
 * @returns undefined alike for an unknown unit and for one whose rows are not the person's to see
 */
export function readShareRows(actor: Actor, query: ShareRowsQuery, now: string, { limit, offset }: RowsPart = screenOf(query.page)): Promise<ShareRows | undefined> {
  return withActor(actor, async (tx) => {
    const today = localDateOf(now);
    const unit = await findSeenUnit(tx, actor, query.unitId, today, paperRoles);
    if (!unit) return undefined;
    const known = query.asOf ?? today;
    const rows = await tx.$queryRaw<Row[]>`
      select unit.name as "unitName", listed.dossier_code as code, entry.receipt, listed.last_four as "lastFour", listed.day::text, listed.service,
             listed.since::text, listed.counts, listed.told, count(*) over ()::int as count
      from ${listed(query, known, await readOffered(tx, query, known))}
      join unit on unit.id = listed.unit_id
      left join entry on entry.id = listed.entry_id
      where ${ofPart(query.of)} ${query.place ? Prisma.sql`and listed.place = ${query.place}` : Prisma.empty}
      order by unit.sort_order, unit.name, unit.id, listed.day desc, listed.dossier_code, listed.entry_id, listed.last_four
      limit ${limit} offset ${offset}`;
    const count = rows[0]?.count ?? 0;
    return { unitName: unit.name, count, rows: rows.map(rowOf), hasNext: offset + rows.length < count };
  });
}

type Row = Pick<ShareRow, "unitName" | "day" | "counts" | "told"> & { readonly [Key in "code" | "receipt" | "lastFour" | "service" | "since"]: Required<ShareRow>[Key] | null } & { readonly count: number };

function listed({ unitId, treeOn, indicator, first, through }: ShareRowsQuery, known: LocalDate, offered: readonly string[] | null): Prisma.Sql {
  return Prisma.sql`share_rows(${unitId}::uuid, ${treeOn}::date, ${indicator}, ${first ?? null}::date, ${through}::date, ${known}::date, ${offered && [...offered]}::text[]) listed`;
}

function ofPart(part: RowPart): Prisma.Sql {
  return { whole: Prisma.sql`true`, part: Prisma.sql`listed.counts`, rest: Prisma.sql`not listed.counts` }[part];
}

/** Services as the register calls them that could be had online when the number was drawn; nothing where it doesn't matter. */
async function readOffered(tx: Transaction, query: ShareRowsQuery, known: LocalDate): Promise<string[] | null> {
  if (query.indicator !== "online_share") return null;
  const isOffered = await readOfferedServices(tx, known);
  const rows = await tx.$queryRaw<{ service: string }[]>`select distinct listed.service from ${listed(query, known, null)}`;
  return rows.map(({ service }) => service).filter(isOffered);
}

function rowOf({ count: _count, code, receipt, lastFour, service, since, ...row }: Row): ShareRow {
  return { ...row, ...(code ? { code } : {}), ...(receipt ? { receipt } : {}), ...(lastFour ? { lastFour } : {}), ...(service ? { service } : {}), ...(since ? { since } : {}) };
}
