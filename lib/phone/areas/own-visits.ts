import { stands } from "../../domain/household/household-state";
import { compareHouses, houseKeyOf, type HouseKey } from "../../domain/household/house-order";
import type { KnownHousehold } from "../../protocol/area-pack";
import type { EntrySummary, VisitSummary } from "../entries/entry-on-phone";
import type { AreaPack, PackHousehold } from "./pack-on-phone";

/** Households of each hamlet in house order, as they came. */
export type ArrivedAreas = ReadonlyMap<string, readonly PackHousehold[]>;

/** Once for each pack that was read: sorting thousands of doors takes longer than laying a day's visits over them. */
export function inHouseOrder(areas: ReadonlyMap<string, readonly KnownHousehold[]>): ArrivedAreas {
  return new Map([...areas].map(([areaId, households]) => [areaId, sorted(households)]));
}

/**
 * What came from the server with this phone's own visits over it, so that progress is right with no network.
 * Hamlets without such visits keep their identity.
 * @param asOf server time of the pack: visits that were received before are in it already
 */
export function withOwnVisits(arrived: ArrivedAreas, entries: readonly EntrySummary[], asOf: string | undefined): AreaPack["areas"] {
  const visits = entries.filter(isNews(asOf, arrived)).sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  const areaIds = new Set(visits.map(({ visit }) => visit.household.areaId));
  if (areaIds.size === 0) return arrived;
  const areas = new Map(arrived);
  for (const areaId of areaIds) {
    areas.set(areaId, layOver(arrived.get(areaId) ?? [], visits.filter(({ visit }) => visit.household.areaId === areaId)));
  }
  return areas;
}

type Visit = EntrySummary & { readonly visit: VisitSummary };

/**
 * Whether the pack can't know of a visit yet. One that came back for repair is the author's view of a household; if
 * that was merged or erased meanwhile, it does not bring it back.
 */
function isNews(asOf: string | undefined, arrived: ArrivedAreas) {
  return (entry: EntrySummary): entry is Visit => {
    if (!entry.visit || !stands[entry.status]) return false;
    const { receivedAt, household } = entry.visit;
    if (asOf === undefined || receivedAt === undefined || receivedAt > asOf) return true;
    return entry.sync !== "received" && arrived.get(household.areaId)?.some(({ id }) => id === household.id) === true;
  };
}

function layOver(households: readonly PackHousehold[], visits: readonly Visit[]): readonly PackHousehold[] {
  const byId = new Map(households.map((household) => [household.id, household]));
  let isReordered = false;
  for (const entry of visits) {
    const known = byId.get(entry.visit.household.id);
    const after = afterVisit(known, entry);
    isReordered ||= known?.address !== after.address;
    byId.set(after.id, after);
  }
  const all = [...byId.values()];
  return isReordered ? sorted(all) : all;
}

/** Whoever did not give the name again has not taken it back. */
function afterVisit(known: PackHousehold | undefined, { visit, happenedOn, sync }: Visit): PackHousehold {
  const { household, result, comeBackOn } = visit;
  const named = { ...known, ...household, ...(sync === "received" ? {} : { isUnsent: true }) };
  if (known?.lastVisitOn !== undefined && known.lastVisitOn > happenedOn) return named;
  const { comeBackOn: _before, ...rest } = named;
  return { ...rest, lastResult: result, lastVisitOn: happenedOn, ...(comeBackOn ? { comeBackOn } : {}) };
}

function sorted(households: readonly PackHousehold[]): readonly PackHousehold[] {
  return households
    .map((household): { household: PackHousehold; key: HouseKey } => ({ household, key: houseKeyOf(household.address) }))
    .sort((a, b) => compareHouses(a.key, b.key) || (a.household.id < b.household.id ? -1 : 1))
    .map(({ household }) => household);
}
