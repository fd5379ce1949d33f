import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import type { Standing } from "@/lib/domain/report/standing";
import { LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import { waitingStandings, type CountedOutcome, type CountedOutcomes, type NumberKind, type NumberQuery } from "@/lib/protocol/dashboard";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { standingSince } from "@/lib/server/evidence/standing-since";
import { Prisma } from "@/lib/server/generated/client";
import { placesOf } from "@/lib/server/reports/read-on-phones";
import { findUnitPath } from "./jurisdiction";

const pageSize = 100;

/**
 * The outcomes behind a number as it is now, read from the entries themselves and not from the tallies: they add up to
 * what the number says.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readCountedOutcomes(actor: Actor, query: NumberQuery, now: string): Promise<CountedOutcomes | undefined> {
  return withActor(actor, async (tx) => {
    const path = await findUnitPath(tx, actor, query.unitId, localDateOf(now));
    const unit = path?.at(-1);
    if (!unit) return undefined;
    const rows = await readPage(tx, query);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      unitName: unit.name,
      count: await readCount(tx, query),
      outcomes: rows.slice(0, pageSize).map(({ serviceName, standing, since, ...row }) => ({
        ...row,
        ...(serviceName ? { serviceName } : {}),
        ...(standing ? { standing } : {}),
        ...(since ? { since: since.toISOString() } : {}),
      })),
      ...(last ? { next: `${last.happenedOn}_${last.id}` } : {}),
    };
  });
}

type Row = Omit<CountedOutcome, "serviceName" | "standing" | "since"> & {
  readonly serviceName: string | null;
  readonly standing: Standing | null;
  readonly since: Date | null;
};

function readPage(tx: Transaction, query: NumberQuery): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select outcome.id, outcome.entry_id as "entryId", outcome.kind, service.name as "serviceName", outcome.quantity,
           entry.happened_on::text as "happenedOn", author.name as "authorName", unit.name as "unitName",
           entry.status::text, entry.receipt, standing.standing, ${standingSince} as since
    ${counted(query)} ${beyond(query.after)}
    order by entry.happened_on desc, outcome.id desc
    limit ${pageSize + 1}`;
}

async function readCount(tx: Transaction, query: NumberQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select coalesce(sum(outcome.quantity), 0)::int as count ${counted(query)}`;
  return row?.count ?? 0;
}

function counted({ unitId, indicator, stage, first, through, treeOn, place }: NumberQuery): Prisma.Sql {
  return Prisma.sql`
    from outcome
    join entry on entry.id = outcome.entry_id
    join unit on unit.id = entry.unit_id
    join ${placesOf(unitId, treeOn)} placed on placed.unit_id = entry.unit_id
    join app_user author on author.id = entry.author_id
    left join service on service.slug = outcome.service
    left join outcome_standing standing on standing.outcome_id = outcome.id
    where outcome.voided_at is null and ${indicator} = any (outcome.indicators)
      and entry.status = any (${statusesBehind(stage)}::"EntryStatus"[])
      ${standsBehind(stage, indicator)}
      and entry.happened_on <= ${through}::date ${first ? Prisma.sql`and entry.happened_on >= ${first}::date` : Prisma.empty}
      ${place ? Prisma.sql`and placed.place = ${place}` : Prisma.empty}`;
}

function statusesBehind(kind: NumberKind) {
  const [recorded, confirmed] = [statusesOfStage("recorded"), statusesOfStage("confirmed")];
  if (kind === "unreviewed") return recorded.filter((status) => !confirmed.includes(status));
  return kind === "recorded" ? recorded : confirmed;
}

/** What evidence has to say of an outcome for it to stand behind a number. */
function standsBehind(stage: NumberQuery["stage"], indicator: string): Prisma.Sql {
  if (stage === "matched") return Prisma.sql`and ${indicator} = any (standing.matched)`;
  if (stage === "waiting") return Prisma.sql`and standing.standing = any (${[...waitingStandings]}) and ${indicator} <> all (standing.matched)`;
  return Prisma.empty;
}

const Cursor = z.tuple([LocalDate, Uuid]);

function beyond(after: string | undefined): Prisma.Sql {
  const cursor = Cursor.safeParse(after?.split("_"));
  if (!cursor.success) return Prisma.empty;
  const [day, id] = cursor.data;
  return Prisma.sql`and (entry.happened_on, outcome.id) < (${day}::date, ${id}::uuid)`;
}
