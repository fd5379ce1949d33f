import type { Client } from "pg";
import { insertRows } from "../demo/insert-rows";
import { newId } from "../demo/new-id";
import { readCsv } from "../demo/read-csv";
import type { DemoUnit } from "../demo/units";

/** The day on which districts ended and communes of before went into new ones, as in prisma/demo/areas.ts. */
export const reformDay = "2025-07-01";
const validFrom = "2022-01-01";

/** "Xã Ân Thạnh" has "Đoàn xã Ân Thạnh". */
export function organisationOf(commune: string): string {
  return `Đoàn ${commune.replace(/^(Xã|Phường|Thị trấn) /, (kind) => kind.toLowerCase())}`;
}

/** The direct unit of a district: "Huyện Hoài Ân" has "Huyện đoàn Hoài Ân". */
export function districtUnitOf(units: readonly DemoUnit[], district: string): DemoUnit {
  const place = district.replace(/^(Huyện|Thị xã|Thành phố) /, "");
  return units.find(({ name, kind }) => kind === "directUnit" && /^(Huyện đoàn|Thị đoàn|Thành Đoàn) /.test(name) && name.endsWith(` ${place}`))!;
}

/** An organisation in each commune of the old province: below its district, with the commune's code, where there is none yet. */
export async function loadCommunes(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<void> {
  const missing = readCsv("binhdinh_old_to_new.csv").flatMap((row) => {
    const [name, parent] = [organisationOf(row.old_commune!), districtUnitOf(units, row.old_district!)];
    return units.some((unit) => unit.name === name && unit.parentId === parent.id) ? [] : [{ id: newId(), name, code: row.old_commune_code!, parentId: parent.id }];
  });
  await insertRows(client, "unit", missing.map(({ id, name, code }, index) => ({
    id, province_id: provinceId, kind: "grassroots", name, official_code: code, sort_order: units.length + index, valid_from: validFrom,
  })));
  await insertRows(client, "unit_parent", missing.map(({ id, parentId }) => ({ province_id: provinceId, unit_id: id, parent_id: parentId, valid_from: validFrom })));
  await client.query("select refresh_unit_ancestors()");
}
