import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import type { DemoUnit } from "./units";

export type DemoPlace = { readonly id: string; readonly unitId: string; readonly kind: "counter" | "mobilePoint"; readonly name: string };

/** The one-stop counter of every commune with an organisation; one commune also helps at its market. */
export async function loadPlaces(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<DemoPlace[]> {
  const places = units.filter(({ kind }) => kind === "grassroots").flatMap(({ id: unitId, name }): DemoPlace[] => {
    const commune = name.replace(/^Đoàn /, "");
    const counter = { id: newId(), unitId, kind: "counter", name: `Một cửa ${commune}` } as const;
    const market = { id: newId(), unitId, kind: "mobilePoint", name: `Điểm lưu động chợ ${commune.replace(/^xã /, "")}` } as const;
    return commune === "xã Phước Lộc" ? [counter, market] : [counter];
  });
  await insertRows(client, "place", places.map(({ id, unitId, kind, name }) => ({
    id, province_id: provinceId, unit_id: unitId, kind, name, valid_from: "2023-03-01",
  })));
  return places;
}
