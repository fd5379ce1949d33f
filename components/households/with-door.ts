import { compareHouses, houseKeyOf } from "@/lib/domain/household/house-order";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";

type Door = Pick<PackHousehold, "id" | "areaId"> & { readonly address: string };

/** The households of a hamlet with one that is in no list yet, where its door stands: who comes next follows from there. */
export function withDoor(households: readonly PackHousehold[], { id, areaId, address }: Door): readonly PackHousehold[] {
  if (households.some((household) => household.id === id)) return households;
  const key = houseKeyOf(address);
  const behind = households.findIndex((household) => compareHouses(houseKeyOf(household.address), key) > 0);
  const position = behind === -1 ? households.length : behind;
  return [...households.slice(0, position), { id, areaId, address }, ...households.slice(position)];
}
