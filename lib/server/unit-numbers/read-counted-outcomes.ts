import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import { LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import type { CountedOutcome, CountedOutcomes, NumberQuery } from "@/lib/protocol/unit-numbers";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findUnitPath } from "./jurisdiction";
import { dayInLifeOf, validOn } from "./unit-on-day";

const pageSize = 100;

/**
 * The outcomes behind a number, read from the entries themselves and not from the tallies: they add up to
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
      outcomes: rows.slice(0, pageSize).map(({ serviceName, ...row }) => ({ ...row, ...(serviceName ? { serviceName } : {}) })),
      ...(last ? { next: `${last.happenedOn}_${last.id}` } : {}),
    };
  });
}

type Row = Omit<CountedOutcome, "serviceName"> & { readonly serviceName: string | null };

function readPage(tx: Transaction, query: NumberQuery): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select outcome.id, outcome.entry_id as "entryId", outcome.kind, service.name as "serviceName", outcome.quantity,
           entry.happened_on::text as "happenedOn", author.name as "authorName", unit.name as "unitName",
           entry.status::text, entry.receipt
    ${counted(query)} ${beyond(query.after)}
    order by entry.happened_on desc, outcome.id desc
    limit ${pageSize + 1}`;
}

async function readCount(tx: Transaction, query: NumberQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select coalesce(sum(outcome.quantity), 0)::int as count ${counted(query)}`;
  return row?.count ?? 0;
}

function counted({ unitId, indicator, stage, from, to, direct }: NumberQuery): Prisma.Sql {
  const day = dayInLifeOf(Prisma.sql`entry.happened_on`, Prisma.sql`unit`);
  return Prisma.sql`
    from outcome
    join entry on entry.id = outcome.entry_id
    join unit on unit.id = entry.unit_id
    join unit_ancestor below on below.unit_id = entry.unit_id and below.ancestor_id = ${unitId}::uuid
      and ${validOn(Prisma.sql`below`, day)}
    join app_user author on author.id = entry.author_id
    left join service on service.slug = outcome.service
    where outcome.voided_at is null and ${indicator} = any (outcome.indicators)
      and entry.status = any (${statusesOfStage(stage)}::"EntryStatus"[])
      and entry.happened_on between ${from}::date and ${to}::date
      ${direct ? Prisma.sql`and entry.unit_id = ${unitId}::uuid` : Prisma.empty}`;
}

const Cursor = z.tuple([LocalDate, Uuid]);

function beyond(after: string | undefined): Prisma.Sql {
  const cursor = Cursor.safeParse(after?.split("_"));
  if (!cursor.success) return Prisma.empty;
  const [day, id] = cursor.data;
  return Prisma.sql`and (entry.happened_on, outcome.id) < (${day}::date, ${id}::uuid)`;
}
