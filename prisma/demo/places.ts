import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import type { DemoUnit } from "./units";

export type DemoPlace = { readonly id: string; readonly unitId: string; readonly kind: "counter" | "mobilePoint"; readonly name: string };

/**
 * The one-stop counter of every commune with an organisation; one commune also helps at its market. They stand in the
 * communes of today, whose police confirms what was done there.
 */
export async function loadPlaces(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<DemoPlace[]> {
  const places = units.filter(({ kind }) => kind === "grassroots").flatMap(({ id: unitId, name }): DemoPlace[] => {
    const commune = name.replace(/^Đoàn /, "");
    const counter = { id: newId(), unitId, kind: "counter", name: `Một cửa ${commune}` } as const;
    const market = { id: newId(), unitId, kind: "mobilePoint", name: `Điểm lưu động chợ ${commune.replace(/^xã /, "")}` } as const;
    return commune === "xã Phước Lộc" ? [counter, market] : [counter];
  });
  const { rows: communes } = await client.query<{ name: string; successor: string | null }>("select name, successor_id as successor from area where kind = 'commune' and valid_to is not null");
  const areaOf = (unitId: string) => {
    const organisation = units.find(({ id }) => id === unitId)!.name.replace(/^Đoàn /, "");
    return communes.find(({ name }) => name.toLowerCase() === organisation.toLowerCase())?.successor ?? null;
  };
  await insertRows(client, "place", places.map(({ id, unitId, kind, name }) => ({
    id, province_id: provinceId, unit_id: unitId, kind, name, area_id: areaOf(unitId), valid_from: "2023-03-01",
  })));
  return places;
}
