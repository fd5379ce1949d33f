import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Verdict } from "@/lib/protocol/commands";
import type { RecoveredRow } from "@/lib/protocol/recovered-commands";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor } from "@/lib/server/database/with-actor";

export type Refused = { readonly row: RecoveredRow; readonly verdict: Extract<Verdict, { verdict: "refused" }> };

/** An honest phone holds a few hundred of one author. Authors may be invented, and so may be the name of the phone. */
const mostKept = { ofAuthorThere: 2_000, ofPhone: 5_000, ofAuthor: 10_000 };

const bounds = ["ofAuthorThere", "ofPhone", "ofAuthor"] as const;

/**
 * Keeps rows as they came, still sealed, so that a phone may let go of them: their author gets them back.
 * @returns false when this author or this phone has too many already; then nothing is kept
 */
export async function keepRows(actor: Actor, rows: readonly Refused[], deviceId: string, now: string): Promise<boolean> {
  if (rows.length === 0) return true;
  return withActor(actor, async (tx) => {
    const [kept] = await tx.$queryRaw<(typeof mostKept)[]>`
      select count(*) filter (where device_id = ${deviceId}::uuid)::int as "ofAuthorThere", kept_from(${deviceId}::uuid) as "ofPhone", count(*)::int as "ofAuthor"
      from recovered_command where owner_id = ${actor.userId}::uuid`;
    if (!kept || bounds.some((bound) => kept[bound] + rows.length > mostKept[bound])) return false;
    const shared = { province_id: actor.provinceId, owner_id: actor.userId, device_id: deviceId, received_at: now };
    const columns = rows.map(({ row, verdict }) => ({
      id: newId(), command_id: row.commandId, entry_id: row.entryId, sealed: hexOf(Buffer.from(row.sealed, "base64url")), answer: verdict,
    }));
    await insertRows(tx, "recovered_command", shared, columns, "on conflict do nothing");
    return true;
  });
}
