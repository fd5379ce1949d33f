import "server-only";
import { pairOf } from "@/lib/domain/double/double";
import type { EntryKind } from "@/lib/domain/entry/entry";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { DoubleList, DoublePair, DoubleSide } from "@/lib/protocol/doubles";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { ofOthersInScope } from "@/lib/server/review-queue/queue-conditions";

/** Flagged entries that are looked at for one list, the newest first; most of the province's are pairs of one direct unit. */
const lookedAtBelow = 300;
const lookedAtAbove = 3_000;

/**
 * Pairs of entries in the person's units that may be the same and that nobody has decided about. The province sees those
 * between two direct units: the others have leaders and officers who see both.
 */
export function listDoubles(actor: Actor): Promise<DoubleList> {
  const between = actor.assignments.every(({ role }) => role !== "leader" && role !== "officer");
  const lookedAt = between ? lookedAtAbove : lookedAtBelow;
  return withActor(actor, async (tx) => {
    const flagged = await tx.$queryRaw<{ id: string }[]>`
      select entry.id from entry where 'possibleDuplicate' = any (entry.flags) and ${ofOthersInScope(actor)}
      order by entry.received_at desc, entry.id desc limit ${lookedAt + 1}`;
    const ids = flagged.slice(0, lookedAt).map(({ id }) => id);
    const rows = ids.length > 0 ? await readRows(tx, actor, ids, between) : [];
    return { pairs: pairsOf(rows), elsewhere: elsewhereOf(rows), more: flagged.length > lookedAt };
  });
}

type Row = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly receipt: string;
  readonly unitName: string;
  readonly authorName: string;
  readonly happenedOn: LocalDate;
  readonly otherId: string;
  readonly shared: OutcomeKind;
  /** Null where the other entry is not the person's to see. */
  readonly otherReceipt: string | null;
  readonly otherUnitName: string;
  readonly otherAuthorName: string;
  readonly otherHappenedOn: LocalDate;
  readonly own: boolean;
  readonly areaName: string | null;
};

function readRows(tx: Transaction, actor: Actor, ids: readonly string[], between: boolean): Promise<Row[]> {
  return tx.$queryRaw`
    select entry.id, entry.kind, entry.receipt, unit.name as "unitName", author.name as "authorName", entry.happened_on::text as "happenedOn",
           pair.other_id as "otherId", pair.shared, other.receipt as "otherReceipt", other_unit.name as "otherUnitName",
           other_author.name as "otherAuthorName", other.happened_on::text as "otherHappenedOn",
           coalesce(other.author_id = ${actor.userId}::uuid, false) as own,
           (select area.name from area where area.id::text = entry.content -> 'household' ->> 'areaId') as "areaName"
    from possible_doubles(${[...ids]}::uuid[]) pair
    join entry on entry.id = pair.entry_id
    join unit on unit.id = entry.unit_id
    join app_user author on author.id = entry.author_id
    left join (entry other join unit other_unit on other_unit.id = other.unit_id join app_user other_author on other_author.id = other.author_id)
      on other.id = pair.other_id
    where not ${between} or ${directUnitOf("entry")} <> ${directUnitOf("other")}
    order by entry.received_at desc, entry.id desc, pair.other_id, pair.shared`;
}

/** The direct unit under which an entry was recorded on its day; the unit itself where there is none. */
function directUnitOf(entry: "entry" | "other"): Prisma.Sql {
  const name = Prisma.raw(entry);
  return Prisma.sql`coalesce((
    select above.ancestor_id from unit_ancestor above join unit direct on direct.id = above.ancestor_id and direct.kind = 'directUnit'
    where above.unit_id = ${name}.unit_id and above.valid_from <= ${name}.happened_on and (above.valid_to is null or ${name}.happened_on < above.valid_to)
    limit 1), ${name}.unit_id)`;
}

/** Each pair once, whichever side was flagged, with the earlier entry first. Nobody decides about an own one. */
function pairsOf(rows: readonly Row[]): DoublePair[] {
  const pairs = new Map<string, DoublePair>();
  for (const row of rows) {
    if (row.otherReceipt === null || row.own) continue;
    const { entryId, otherId } = pairOf(row.id, row.otherId);
    if (pairs.has(`${entryId} ${otherId}`)) continue;
    const other: DoubleSide = {
      id: row.otherId, receipt: row.otherReceipt, unitName: row.otherUnitName, authorName: row.otherAuthorName, happenedOn: row.otherHappenedOn,
    };
    const sides = [sideOf(row), other] as const;
    const [first, second] = orderOf(sides[0]) <= orderOf(sides[1]) ? sides : [sides[1], sides[0]];
    pairs.set(`${entryId} ${otherId}`, { kind: row.kind, shared: row.shared, ...(row.areaName ? { areaName: row.areaName } : {}), sides: [first, second] });
  }
  return [...pairs.values()];
}

function elsewhereOf(rows: readonly Row[]): DoubleList["elsewhere"] {
  const outside = rows.filter(({ otherReceipt }) => otherReceipt === null);
  const entries = new Map(outside.map((row) => [row.id, { ...sideOf(row), kind: row.kind }]));
  return [...entries.values()];
}

function sideOf({ id, receipt, unitName, authorName, happenedOn }: Row): DoubleSide {
  return { id, receipt, unitName, authorName, happenedOn };
}

function orderOf({ happenedOn, id }: DoubleSide): string {
  return `${happenedOn} ${id}`;
}
