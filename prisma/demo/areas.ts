import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import { readCsv } from "./read-csv";

/** The day on which districts ended and old communes went into new ones. */
const reform = "2025-07-01";

/** Districts and communes of before, each commune pointing to the one that took it in, and today's communes. */
export async function loadAreas(client: Client, provinceId: string): Promise<void> {
  const old = readCsv("binhdinh_old_to_new.csv");
  const today = readCsv("gialai_new_135.csv").map((row) => ({
    ...area(provinceId, "commune", row.code!, row.name!, reform), parent_id: null, successor_id: null, valid_to: null,
  }));
  const districts = [...new Map(old.map((row) => [row.old_district_code!, row.old_district!]))].map(([code, name]) => ({
    ...area(provinceId, "district", code, name, "2022-01-01"), parent_id: null, successor_id: null, valid_to: reform,
  }));
  const communes = old.map((row) => ({
    ...area(provinceId, "commune", row.old_commune_code!, row.old_commune!, "2022-01-01"),
    parent_id: districts.find((district) => district.official_code === row.old_district_code)!.id,
    successor_id: today.find((commune) => commune.official_code === row.new_commune_code)!.id,
    valid_to: reform,
  }));
  await insertRows(client, "area", [...today, ...districts, ...communes]);
}

function area(provinceId: string, kind: string, code: string, name: string, validFrom: string) {
  return { id: newId(), province_id: provinceId, kind, official_code: code, name, valid_from: validFrom };
}
