import "server-only";
import type { Instant } from "@/lib/domain/time/local-date";
import type { ChangesResponse } from "@/lib/protocol/changes";
import type { Person } from "@/lib/server/auth/person";
import { saveDeviceManifest } from "@/lib/server/commands/device-manifest";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import { meetDevice } from "@/lib/server/fleet/meet-device";
import { guidesDigest } from "@/lib/server/guides/read-guides";
import { returnedCount } from "@/lib/server/recovery/count-returned";
import { unsentElsewhere } from "./unsent-elsewhere";
import { buildBriefing } from "./briefing";
import type { ChangesQuery } from "./changes-query";
import { beginning, readCursor, writeCursor, type Position } from "./cursor";
import { readDeviceHeader } from "./device-header";
import { loadFeedEpoch } from "./feed-epoch";
import { loadChangedEntries } from "./load-changed-entries";

export type ChangesAsked = ChangesQuery & { readonly headers: Headers; readonly now: Instant };

/**
 * The next page of a person's feed. Several changes of an entry come as one: the entry as it is now.
 * @param pageSize changes read at once
 */
export function readChanges(
  person: Person,
  { cursor, briefing: knownBriefing, headers, now }: ChangesAsked,
  pageSize = 200,
): Promise<Omit<ChangesResponse, "marker" | "protocol">> {
  const { actor } = person;
  const device = readDeviceHeader(headers);
  return withActor(actor, async (tx) => {
    if (device) await saveDeviceManifest(tx, actor, device, readDeviceCookie(headers), now);
    const met = await meetDevice(tx, { userId: actor.userId, deviceId: device?.deviceId });
    const feed = { epoch: await loadFeedEpoch(tx, actor.provinceId), personId: actor.userId };
    // A phone that was taken back hears that, and nothing about anybody.
    if (met.orders || person.isPhoneRevoked) return { serverTime: now, personId: actor.userId, cursor: cursor ?? writeCursor(feed, beginning), resync: false, more: false, entries: [], ...met };
    const position = cursor === undefined ? beginning : readCursor(feed, cursor);
    const page = await loadPage(tx, actor.userId, position ?? beginning, pageSize);
    const { returned, ...beside } = await loadBeside(tx, actor.userId, device?.deviceId);
    const briefing = await buildBriefing(tx, person, now);
    return {
      serverTime: now,
      personId: actor.userId,
      cursor: writeCursor(feed, page.end),
      resync: position === undefined,
      more: page.more,
      entries: await loadChangedEntries(tx, page.entryIds, { withContent: actor.active }),
      ...(briefing.version === knownBriefing ? {} : { briefing }),
      ...beside,
      ...(returned > 0 ? { returned } : {}),
      ...met,
    };
  });
}

type Page = { readonly entryIds: readonly string[]; readonly end: Position; readonly more: boolean };

/**
 * A transaction that began early may commit late, with a lower sequence than what was already read. So only
 * changes below the oldest transaction still running are read, in the order of transactions: nothing can
 * appear behind the cursor any more. The price is that a slow transaction holds the feed back until it ends,
 * which the timeouts of the pool bound.
 */
async function loadPage(tx: Transaction, personId: string, after: Position, pageSize: number): Promise<Page> {
  const rows = await tx.$queryRaw<{ xid: string; sequence: string; entryId: string }[]>`
    select xid::text, sequence::text, entry_id as "entryId" from change
    where audience_id = ${personId}::uuid
      and xid < pg_snapshot_xmin(pg_current_snapshot())
      and (xid, sequence) > (${after.xid}::text::xid8, ${after.sequence}::text::bigint)
    order by change.xid, change.sequence limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  return { entryIds: [...new Set(page.map(({ entryId }) => entryId))], end: page.at(-1) ?? after, more: rows.length > pageSize };
}

type Beside = { readonly guides: string; readonly returned: number; readonly unsentElsewhere: number };

/** What every page says besides its entries. */
async function loadBeside(tx: Transaction, userId: string, deviceId: string | undefined): Promise<Beside> {
  const [beside] = await tx.$queryRaw<[Beside]>`
    select (${guidesDigest}) as guides, (${returnedCount(userId)}) as returned, (${unsentElsewhere(userId, deviceId)}) as "unsentElsewhere"`;
  return beside;
}
