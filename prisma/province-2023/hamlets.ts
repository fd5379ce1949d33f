import type { Client } from "pg";
import { insertRows } from "../demo/insert-rows";
import { newId } from "../demo/new-id";
import { readCsv } from "../demo/read-csv";
import type { DemoUnit } from "../demo/units";

/** In a commune of their own district two, for bodies of the whole province one in each commune of the city. */
const city = "Thành phố Quy Nhơn";
const districtWords = /^(?:Huyện đoàn|Thị đoàn|Thành Đoàn) /;

/**
 * Hamlets in which the teams of a direct unit go from door to door; nobody else goes there, so no two units ever wait for
 * each other. Their names are invented.
 * @returns ids by the direct unit's name
 */
export async function loadHamlets(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<Map<string, string[]>> {
  const { rows: communes } = await client.query<{ id: string; code: string }>(
    "select id, official_code as code from area where kind = 'commune' and valid_to is not null and province_id = $1", [provinceId]);
  const listed = readCsv("binhdinh_old_to_new.csv");
  const hamlets = units.filter(({ kind }) => kind === "directUnit").flatMap(({ name }, index) => {
    const district = districtWords.test(name) ? listed.find(({ old_district = "" }) => old_district.endsWith(name.replace(districtWords, ""))) : undefined;
    const inside = listed.filter(({ old_district }) => old_district === (district?.old_district ?? city));
    return inside.flatMap((commune) => (district ? ["Thôn Đông", "Thôn Tây"] : [`Khu vực ${index + 1}`]).map((hamlet) => ({
      unit: name,
      row: {
        id: newId(), province_id: provinceId, kind: "hamlet", name: hamlet, valid_from: "2022-01-01",
        parent_id: communes.find(({ code }) => code === commune.old_commune_code)!.id,
      },
    })));
  });
  await insertRows(client, "area", hamlets.map(({ row }) => row));
  return byUnit(hamlets);
}

function byUnit(hamlets: readonly { readonly unit: string; readonly row: { readonly id: string } }[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { unit, row } of hamlets) ids.set(unit, [...(ids.get(unit) ?? []), row.id]);
  return ids;
}
