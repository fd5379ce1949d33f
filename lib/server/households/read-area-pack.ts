import "server-only";
import type { VisitResult } from "@/lib/domain/entry/household-visit";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf, type Instant, type LocalDate } from "@/lib/domain/time/local-date";
import type { AreaPackResponse, KnownHousehold } from "@/lib/protocol/area-pack";
import { loadFeedEpoch } from "@/lib/server/changes/feed-epoch";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadOpenCampaigns } from "./load-open-campaigns";
import { readPackCursor, writePackCursor, type PackPosition } from "./pack-cursor";
import type { PackQuery } from "./pack-query";
import { openHousehold } from "./sealed-household";

type Pack = Omit<AreaPackResponse, "marker" | "protocol">;

/**
 * The next page of the households in the hamlets to which the campaign sends the person's teams. Refuses with
 * `unknownOrForbidden` a campaign that doesn't exist, neither runs nor begins soon, or sends none of these teams.
 * @param pageSize households read at once
 */
export function readAreaPack(actor: Actor, { campaign: campaignId, cursor, now }: PackQuery & { now: Instant }, pageSize = 5_000): Promise<Result<Pack, RefusalCode>> {
  return withActor(actor, async (tx) => {
    const campaign = (await loadOpenCampaigns(tx, actor, localDateOf(now))).find(({ id }) => id === campaignId);
    if (!campaign) return err("unknownOrForbidden");
    const areaIds = [...new Set(campaign.areas.map(({ id }) => id))];
    const pack = { epoch: await loadFeedEpoch(tx, actor.provinceId), personId: actor.userId, campaignId, areaIds };
    const known = cursor === undefined ? undefined : readPackCursor(pack, cursor);
    const page = await loadPage(tx, areaIds, known ?? { from: "0", next: "0" }, pageSize);
    return ok({
      serverTime: now,
      personId: actor.userId,
      campaignId,
      cursor: writePackCursor(pack, page.end),
      resync: cursor !== undefined && known === undefined,
      more: page.more,
      households: page.rows.map(knownHouseholdOf),
    });
  });
}

type Row = {
  readonly id: string;
  readonly areaId: string;
  readonly wrappedKey: Uint8Array | null;
  readonly keyVersion: number | null;
  readonly sealed: Uint8Array | null;
  readonly lastResult: VisitResult | null;
  readonly lastVisitOn: LocalDate | null;
  readonly comeBackOn: LocalDate | null;
  readonly visitCount: number;
  readonly gone: boolean;
  readonly xid: string;
};

type Page = { readonly rows: readonly Row[]; readonly end: PackPosition; readonly more: boolean };

/**
 * A row holds the last transaction that changed it. Whatever commits after this reading has a number that is not
 * below the oldest transaction still running now, so the next reading begins there: a row may come twice, but none is
 * skipped, however late it commits. That number is kept from the first page of a reading, because a row that changes
 * while the pages are read moves behind what is read and must come with the next reading at the latest.
 */
async function loadPage(tx: Transaction, areaIds: readonly string[], { from, next, after }: PackPosition, pageSize: number): Promise<Page> {
  const nextReading = after === undefined ? await oldestRunning(tx) : next;
  const found = await tx.$queryRaw<Row[]>`
    select id, area_id as "areaId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed, last_result as "lastResult",
           last_visit_on::text as "lastVisitOn", come_back_on::text as "comeBackOn", visit_count as "visitCount",
           merged_into_id is not null or erased_at is not null as gone, changed_xid::text as xid
    from household
    where area_id = any (${[...areaIds]}::uuid[]) and changed_xid >= ${from}::text::xid8
      and (${after === undefined} or (changed_xid, id) > (${after?.xid ?? "0"}::text::xid8, ${after?.id ?? nobody}::uuid))
      and (${from !== "0"} or (merged_into_id is null and erased_at is null))
    order by changed_xid, id limit ${pageSize + 1}`;
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  if (found.length > pageSize && last) return { rows, more: true, end: { from, next: nextReading, after: { xid: last.xid, id: last.id } } };
  return { rows, more: false, end: { from: nextReading, next: nextReading } };
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** Asked before the rows are read: of a later moment than they are, it could lie above what they don't show yet. */
async function oldestRunning(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ xid: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`;
  return row?.xid ?? "0";
}

/** Lean on the wire: what is not known is left out. */
function knownHouseholdOf({ id, areaId, wrappedKey, keyVersion, sealed, lastResult, lastVisitOn, comeBackOn, visitCount, gone }: Row): KnownHousehold {
  if (gone) return { id, areaId, visitCount: 0, gone };
  const data = wrappedKey && keyVersion && sealed ? openHousehold({ id, wrappedKey, keyVersion, sealed }) : {};
  return {
    id,
    areaId,
    ...data,
    ...(lastResult ? { lastResult } : {}),
    ...(lastVisitOn ? { lastVisitOn } : {}),
    ...(comeBackOn ? { comeBackOn } : {}),
    visitCount,
  };
}
