import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";
import { keepHeads } from "@/lib/server/households/keep-heads";

/** One household from now on, for everybody: the other's visits are its visits, and phones forget the other. */
export async function mergeHouseholds(tx: Transaction, standingId: string | null, droppedId: string | null): Promise<void> {
  if (!standingId || !droppedId || standingId === droppedId) return;
  const roots = await tx.$queryRaw<{ id: string; areaId: string }[]>`
    select coalesce(known.merged_into_id, known.id) as id, known.area_id as "areaId"
    from unnest(array[${standingId}::uuid, ${droppedId}::uuid]) with ordinality as asked (id, place)
    join household known on known.id = asked.id order by asked.place`;
  const [standing, dropped] = roots;
  if (!standing || !dropped || standing.id === dropped.id || standing.areaId !== dropped.areaId) return;
  await tx.$queryRaw`select id::text from household where id in (${standing.id}::uuid, ${dropped.id}::uuid) order by id for update`;
  await tx.$executeRaw`
    update household set merged_into_id = ${standing.id}::uuid, changed_xid = pg_current_xact_id()
    where id = ${dropped.id}::uuid or merged_into_id = ${dropped.id}::uuid`;
  await tx.$queryRaw`select refresh_households(array[${standing.id}::uuid])::text`;
  await keepHeads(tx, [standing.id], []);
}
