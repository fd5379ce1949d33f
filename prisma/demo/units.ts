import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import { readCsv } from "./read-csv";

export type DemoUnit = { readonly id: string; readonly name: string; readonly kind: string; readonly parentId: string | null };

/** The tree stands as it was before the districts were abolished: the printed annexes are about these units. */
const validFrom = "2022-01-01";

/** Direct units that get grassroots organisations and teams, by the communes in which those work. */
const staffed: readonly { unit: string; organisations: readonly string[] }[] = [
  { unit: "Huyện đoàn Tuy Phước", organisations: ["Thị trấn Tuy Phước", "Xã Phước Lộc", "Xã Phước Sơn"] },
  { unit: "Thành Đoàn Quy Nhơn", organisations: ["Phường Nhơn Bình", "Phường Trần Quang Diệu"] },
  { unit: "Huyện đoàn Hoài Ân", organisations: ["Thị trấn Tăng Bạt Hổ", "Xã Ân Thạnh"] },
  { unit: "Thị đoàn An Nhơn", organisations: ["Phường Bình Định", "Xã Nhơn Lộc"] },
];

/** The 20 direct units in the order of the annex, and below four of them organisations, each with one team. */
export async function loadUnits(client: Client, provinceId: string): Promise<DemoUnit[]> {
  const province = unit("Tỉnh Bình Định", "province", null);
  const direct = readCsv("annex1-2023-08.csv").map((row) => unit(row.unit!, "directUnit", province.id));
  const below = staffed.flatMap(({ unit: name, organisations }) => {
    const parent = direct.find((candidate) => candidate.name === name)!;
    return organisations.flatMap((commune) => {
      const short = commune.replace(/^(Xã|Phường|Thị trấn) /, (kind) => kind.toLowerCase());
      const organisation = unit(`Đoàn ${short}`, "grassroots", parent.id);
      return [organisation, unit(`Đội tình nguyện ${short}`, "team", organisation.id)];
    });
  });
  const units = [province, ...direct, ...below];
  await insertRows(client, "unit", units.map(({ id, name, kind }, index) => ({
    id, province_id: provinceId, kind, name, sort_order: index, valid_from: validFrom,
  })));
  await insertRows(client, "unit_parent", units.filter(({ parentId }) => parentId).map(({ id, parentId }) => ({
    province_id: provinceId, unit_id: id, parent_id: parentId, valid_from: validFrom,
  })));
  await client.query("select refresh_unit_ancestors()");
  return units;
}

function unit(name: string, kind: string, parentId: string | null): DemoUnit {
  return { id: newId(), name, kind, parentId };
}
