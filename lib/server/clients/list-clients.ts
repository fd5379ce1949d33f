import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { ApiClient } from "@/lib/protocol/clients";
import { withActor } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";

type Row = { readonly id: string; readonly name: string; readonly createdBy: string; readonly createdAt: Date; readonly lastUsedAt: Date | null; readonly revokedAt: Date | null; readonly recentCount: number };

/** Programs that have a key, the newest first, then those that had one. Nothing for whoever doesn't keep the registers. */
export async function listClients(actor: Actor, now: string): Promise<ApiClient[]> {
  if (!keepsRegisters(actor, now)) return [];
  const rows = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select client.id, client.name, person.name as "createdBy", client.created_at as "createdAt", client.last_used_at as "lastUsedAt",
           client.revoked_at as "revokedAt", coalesce(used.count, 0)::int as "recentCount"
    from api_client client
    join app_user person on person.id = client.created_by_id
    left join (
      select client_id, sum(count) as count from api_use where day > ${addDays(localDateOf(now), -30)}::date group by client_id
    ) used on used.client_id = client.id
    order by client.revoked_at is not null, client.created_at desc limit 200`);
  return rows.map(({ createdAt, lastUsedAt, revokedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    ...(lastUsedAt ? { lastUsedAt: lastUsedAt.toISOString() } : {}),
    ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
  }));
}
