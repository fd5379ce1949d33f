import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import type { Standing } from "@/lib/domain/report/standing";
import { LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import { waitingStandings, type CountedOutcome, type CountedOutcomes, type NumberKind, type NumberQuery } from "@/lib/protocol/dashboard";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { placesOf } from "@/lib/server/reports/read-on-phones";
import { findUnitPath } from "./jurisdiction";
import { statusOn } from "./status-on";

const pageSize = 100;
/** A workbook that one reads; of more than this the number is said, and the first ones. */
const mostExported = 50_000;

/**
 * The outcomes behind a number, read from the entries themselves and not from the tallies: they add up to what the number
 * says. Of a number of an earlier day what stood behind it then; an entry that was amended since shows what it says now.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readCountedOutcomes(actor: Actor, query: NumberQuery, now: string): Promise<CountedOutcomes | undefined> {
  return readList(actor, query, now, pageSize);
}

/** All of them, for a workbook. Undefined as `readCountedOutcomes`. */
export function readAllCountedOutcomes(actor: Actor, query: NumberQuery, now: string): Promise<CountedOutcomes | undefined> {
  return readList(actor, { ...query, after: undefined }, now, mostExported);
}

function readList(actor: Actor, query: NumberQuery, now: string, size: number): Promise<CountedOutcomes | undefined> {
  return withActor(actor, async (tx) => {
    const path = await findUnitPath(tx, actor, query.unitId, localDateOf(now));
    const unit = path?.at(-1);
    if (!unit) return undefined;
    const rows = await readPage(tx, query, size);
    const last = rows.length > size ? rows[size - 1] : undefined;
    return {
      unitName: unit.name,
      ...(await readNames(tx, query)),
      count: await readCount(tx, query),
      outcomes: rows.slice(0, size).map(({ serviceName, standing, since, ...row }) => ({
        ...row,
        ...(serviceName ? { serviceName } : {}),
        ...(standing ? { standing } : {}),
        ...(since ? { since: since.toISOString() } : {}),
      })),
      ...(last ? { next: `${last.happenedOn}_${last.id}` } : {}),
    };
  });
}

/** Of the person and the commune that the list is narrowed to. */
async function readNames(tx: Transaction, { author, area }: NumberQuery): Promise<Pick<CountedOutcomes, "authorName" | "areaName">> {
  if (!author && !area) return {};
  const [row] = await tx.$queryRaw<{ authorName: string | null; areaName: string | null }[]>`
    select (select name from app_user where id = ${author ?? null}::uuid) as "authorName", (select name from area where id = ${area === "none" ? null : (area ?? null)}::uuid) as "areaName"`;
  return { ...(row?.authorName ? { authorName: row.authorName } : {}), ...(row?.areaName ? { areaName: row.areaName } : {}) };
}

type Row = Omit<CountedOutcome, "serviceName" | "standing" | "since"> & {
  readonly serviceName: string | null;
  readonly standing: Standing | null;
  readonly since: Date | null;
};

function readPage(tx: Transaction, query: NumberQuery, size: number): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select outcome.id, outcome.entry_id as "entryId", outcome.kind, service.name as "serviceName", outcome.quantity,
           entry.happened_on::text as "happenedOn", author.name as "authorName", unit.name as "unitName",
           stood.status::text, entry.receipt, standing.standing, ${waitedSince} as since
    ${counted(query)} ${beyond(query.after)}
    order by entry.happened_on desc, outcome.id desc
    limit ${size + 1}`;
}

async function readCount(tx: Transaction, query: NumberQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select ${query.indicator ? Prisma.sql`coalesce(sum(outcome.quantity), 0)::int` : Prisma.sql`count(*)::int`} as count ${counted(query)}`;
  return row?.count ?? 0;
}

/** Whoever has to say something is waited for from the leader's confirmation on. */
const waitedSince = Prisma.sql`
  case when standing.standing not in ('awaitingPolice', 'awaitingOfficer') then standing.since
       when stood.status = 'confirmed' then greatest(standing.since, stood.changed_at) end`;

function counted({ unitId, indicator, stage, first, through, treeOn, place, author, area, asOf }: NumberQuery): Prisma.Sql {
  return Prisma.sql`
    from outcome
    join entry on entry.id = outcome.entry_id
    join unit on unit.id = entry.unit_id
    join ${placesOf(unitId, treeOn)} placed on placed.unit_id = entry.unit_id
    join app_user author on author.id = entry.author_id
    left join service on service.slug = outcome.service
    left join ${asOf ? Prisma.sql`standings_on(${asOf}::date)` : Prisma.sql`outcome_standing`} standing on standing.outcome_id = outcome.id
    cross join lateral (select ${statusOn(asOf)} as status, ${changedBy(asOf)} as changed_at) stood
    where ${wasThere(asOf)} and ${indicator ? Prisma.sql`${indicator} = any (outcome.indicators)` : Prisma.sql`cardinality(outcome.indicators) > 0`}
      and stood.status = any (${statusesBehind(stage)}::"EntryStatus"[])
      ${standsBehind(stage, indicator)}
      and entry.happened_on <= ${through}::date ${first ? Prisma.sql`and entry.happened_on >= ${first}::date` : Prisma.empty}
      ${place ? Prisma.sql`and placed.place = ${place}` : Prisma.empty}
      ${author ? Prisma.sql`and entry.author_id = ${author}::uuid` : Prisma.empty}
      ${area ? inCommune(area) : Prisma.empty}`;
}

/** Was the outcome a part of its entry at the end of a day? One that came with an amendment was not before it. */
function wasThere(asOf: LocalDate | undefined): Prisma.Sql {
  if (!asOf) return Prisma.sql`outcome.voided_at is null`;
  return Prisma.sql`
    (outcome.voided_at is null or scheme_day(outcome.voided_at) > ${asOf}::date) and scheme_day(entry.received_at) <= ${asOf}::date
      and (outcome.revision > 1 or scheme_day(outcome.claimed_at) <= ${asOf}::date)`;
}

/** When the entry came to its status; of a status that it has no more nobody asks. */
function changedBy(asOf: LocalDate | undefined): Prisma.Sql {
  if (!asOf) return Prisma.sql`entry.status_changed_at`;
  return Prisma.sql`case when scheme_day(entry.status_changed_at) <= ${asOf}::date then entry.status_changed_at end`;
}

function statusesBehind(kind: NumberKind) {
  const [recorded, confirmed] = [statusesOfStage("recorded"), statusesOfStage("confirmed")];
  if (kind === "unreviewed") return recorded.filter((status) => !confirmed.includes(status));
  return kind === "recorded" ? recorded : confirmed;
}

/** What evidence has to say of an outcome for it to stand behind a number. */
function standsBehind(stage: NumberQuery["stage"], indicator: string | undefined): Prisma.Sql {
  const unmatched = indicator ? Prisma.sql`${indicator} <> all (standing.matched)` : Prisma.sql`standing.matched = '{}'`;
  switch (stage) {
    case "matched": return indicator ? Prisma.sql`and ${indicator} = any (standing.matched)` : Prisma.sql`and standing.matched <> '{}'`;
    case "waiting": return Prisma.sql`and standing.standing = any (${[...waitingStandings]}) and ${unmatched}`;
    case "refuted": return Prisma.sql`and standing.standing <> all (${[...waitingStandings]}) and ${unmatched}`;
    default: return Prisma.empty;
  }
}

/** Of today: old communes and hamlets belong to what took them in, as in the backlog of the police. */
function inCommune(area: string): Prisma.Sql {
  if (area === "none") return Prisma.sql`and entry.area_id is null`;
  return Prisma.sql`and entry.area_id in (
    select place.id from area place left join area parent on parent.id = place.parent_id and place.kind = 'hamlet'
    where coalesce(parent.successor_id, parent.id, place.successor_id, place.id) = ${area}::uuid)`;
}

const Cursor = z.tuple([LocalDate, Uuid]);

function beyond(after: string | undefined): Prisma.Sql {
  const cursor = Cursor.safeParse(after?.split("_"));
  if (!cursor.success) return Prisma.empty;
  const [day, id] = cursor.data;
  return Prisma.sql`and (entry.happened_on, outcome.id) < (${day}::date, ${id}::uuid)`;
}
