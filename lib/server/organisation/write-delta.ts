import "server-only";
import type { TreeDelta } from "@/lib/domain/organisation/tree-delta";
import type { Actor } from "@/lib/domain/people/actor";
import { insertRows } from "@/lib/server/database/insert-rows";
import type { Transaction } from "@/lib/server/database/with-actor";

type Command = { readonly id: string; readonly now: string };

/**
 * Writes a change of the tree: SQL form of `withDelta`, and what goes on elsewhere with it. What begins comes first and
 * what ends last, because the walls ask at each step whose units these are.
 */
export async function writeDelta(tx: Transaction, { provinceId }: Actor, command: Command, { from, opened, renamed, moved, closed, successions, carried }: TreeDelta): Promise<void> {
  const shared = { province_id: provinceId };
  if (opened.length > 0) {
    await insertRows(tx, "unit", { ...shared, valid_from: from, sort_order: await nextPlace(tx) }, opened.map(({ id, kind, name, shortName, officialCode }) => ({
      id, kind, name, short_name: shortName, official_code: officialCode,
    })));
    await insertRows(tx, "unit_parent", { ...shared, valid_from: from }, opened.map(({ id, parentId }) => ({ unit_id: id, parent_id: parentId })));
    await settle(tx);
  }
  await tx.$executeRaw`
    insert into unit_successor (province_id, unit_id, successor_id, "from")
    select app_province(), step.unit_id, step.successor_id, ${from}::date
    from unnest(${successions.map(({ unitId }) => unitId)}::uuid[], ${successions.map(({ successorId }) => successorId)}::uuid[]) as step(unit_id, successor_id)`;
  for (const { unitId, intoId } of carried) await tx.$queryRaw`select hand_over_unit(${unitId}::uuid, ${intoId}::uuid, ${from}::date)::text`;
  await tellPeople(tx, { from, carried }, command);
  await insertRows(tx, "unit_former_name", { ...shared, valid_to: from }, renamed.map(({ unitId, before, since }) => ({ unit_id: unitId, name: before, valid_from: since })));
  for (const { unitId, name } of renamed) await tx.$executeRaw`update unit set name = ${name} where id = ${unitId}::uuid`;
  const left = [...moved.map(({ unitId }) => unitId), ...closed];
  await tx.$executeRaw`update unit_parent set valid_to = ${from}::date where unit_id = any (${left}::uuid[]) and valid_to is null`;
  await insertRows(tx, "unit_parent", { ...shared, valid_from: from }, moved.map(({ unitId, parentId }) => ({ unit_id: unitId, parent_id: parentId })));
  await tx.$executeRaw`update unit set valid_to = ${from}::date where id = any (${[...closed]}::uuid[])`;
  await settle(tx);
}

/** In the history of each person: the role here ended, the same one there began. */
async function tellPeople(tx: Transaction, { from, carried }: Pick<TreeDelta, "from" | "carried">, { id, now }: Command): Promise<void> {
  if (carried.length === 0) return;
  await tx.$executeRaw`
    with way as (
      select * from unnest(${carried.map(({ unitId }) => unitId)}::uuid[], ${carried.map(({ intoId }) => intoId)}::uuid[]) as way(unit_id, into_id)
    ), ended as (
      select held.user_id, held.role, held.unit_id, way.into_id from way
      join role_assignment held on held.unit_id = way.unit_id and held.valid_to = ${from}::date and held.valid_from < held.valid_to
    )
    insert into person_change (id, province_id, command_id, user_id, kind, role, unit_id, day, actor_id, at)
    select gen_random_uuid(), app_province(), ${id}::uuid, user_id, step.kind, role, step.unit_id, ${from}::date, app_user(), ${now}::timestamptz
    from ended cross join lateral (values ('roleEnded', unit_id), ('roleGranted', into_id)) as step(kind, unit_id)`;
}

/** Behind all that are there. */
async function nextPlace(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ place: number }[]>`select coalesce(max(sort_order), 0) + 1 as place from unit`;
  return row?.place ?? 0;
}

async function settle(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select settle_unit_tree()::text`;
}
