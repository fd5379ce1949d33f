import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { standings } from "@/lib/domain/report/standing";
import { localDateOf, LocalDate } from "@/lib/domain/time/local-date";
import { RegisterKind, type StandingOutcome, type StandingPage, type UnfoundUnit } from "@/lib/protocol/imports";
import { withActor } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { keepsRegisters } from "./keeper";

export const StandingQuery = z.object({ kind: RegisterKind, standing: z.enum(standings), unit: z.optional(Uuid), after: z.optional(z.string()) });
export type StandingQuery = z.infer<typeof StandingQuery>;

const pageSize = 100;

/** The outcomes behind one number of a reconciliation, numbers masked. Undefined for whoever doesn't keep the registers. */
export async function readStandingPage(actor: Actor, query: StandingQuery, now: string): Promise<StandingPage | undefined> {
  if (!keepsRegisters(actor, now)) return undefined;
  return withActor(actor, async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number; unitName: string | null }[]>`
      select count(*)::int as count, (select name from unit where id = ${query.unit ?? null}::uuid) as "unitName" ${standingAs(query)}`;
    const rows = await tx.$queryRaw<(Omit<StandingOutcome, "code" | "lastFour" | "since"> & { code: string | null; lastFour: string | null; since: Date })[]>`
      select outcome.id as "outcomeId", entry.id as "entryId", entry.receipt, outcome.dossier_code as code,
             case when outcome.kind <> 'dossierSubmitted' then subject.last_four end as "lastFour",
             unit.name as "unitName", author.name as "authorName", entry.happened_on::text as "happenedOn", standing.since
      ${standingAs(query)} ${beyond(query.after)}
      order by entry.happened_on desc, outcome.id desc limit ${pageSize + 1}`;
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      count: counted?.count ?? 0,
      unitName: counted?.unitName ?? undefined,
      outcomes: rows.slice(0, pageSize).map(({ code, lastFour, since, ...row }) => ({
        ...row, code: code ?? undefined, lastFour: lastFour ?? undefined, since: since.toISOString(),
      })),
      next: last && `${last.happenedOn}_${last.outcomeId}`,
    };
  });
}

/** Where the register doesn't know what was claimed, by unit and by age; those with the most first. */
export async function readUnfoundUnits(actor: Actor, kind: RegisterKind, now: string, limit: number): Promise<UnfoundUnit[]> {
  if (!keepsRegisters(actor, now)) return [];
  return withActor(actor, (tx) => tx.$queryRaw<UnfoundUnit[]>`
    select unit.id as "unitId", unit.name as "unitName", recent, late, overdue
    from unfound_by_unit(${kind}, ${localDateOf(now)}::date) found join unit on unit.id = found.unit_id
    order by recent + late + overdue desc, unit.name limit ${limit}`);
}

function standingAs({ kind, standing, unit }: StandingQuery): Prisma.Sql {
  return Prisma.sql`
    from outcome_standing standing
    join outcome on outcome.id = standing.outcome_id and outcome.kind = any (${kindsOf[kind]})
    join entry on entry.id = outcome.entry_id
    join unit on unit.id = entry.unit_id
    join app_user author on author.id = entry.author_id
    left join subject on subject.id = entry.subject_id
    where standing.standing = ${standing} ${unit ? Prisma.sql`and entry.unit_id = ${unit}::uuid` : Prisma.empty}`;
}

const kindsOf: Record<RegisterKind, string[]> = { dossier: ["dossierSubmitted"], account: ["accountOpened", "accountLinked"] };

const Cursor = z.tuple([LocalDate, Uuid]);

function beyond(after: string | undefined): Prisma.Sql {
  const cursor = Cursor.safeParse(after?.split("_"));
  if (!cursor.success) return Prisma.empty;
  const [day, id] = cursor.data;
  return Prisma.sql`and (entry.happened_on, outcome.id) < (${day}::date, ${id}::uuid)`;
}
