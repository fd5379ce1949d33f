import type { Client } from "pg";
import type { OrganisationChange } from "../../lib/domain/organisation/organisation-change";
import type { Actor } from "../../lib/domain/people/actor";
import { addDays, LocalDate } from "../../lib/domain/time/local-date";
import { askOrganisation } from "../../lib/server/organisation/change-organisation";
import { insertRows } from "../demo/insert-rows";
import { newId } from "../demo/new-id";
import { readCsv } from "../demo/read-csv";
import type { DemoUnit } from "../demo/units";
import { loadCommunes, organisationOf, reformDay } from "./communes";

type Unit = DemoUnit & { readonly parent: string | null };

/**
 * The reform of 2025. As the province's verifier makes it at the desk: organisations of communes go into those of the new
 * communes, with their teams and people, and districts end; what was recorded before stays where it was. The communes of
 * the other province come as they are.
 */
export async function reformProvince(client: Client, verifier: Actor): Promise<void> {
  const from = LocalDate.parse(reformDay);
  const before = await readUnits(client, verifier.provinceId);
  if (!before.some(({ name }) => districtWords.test(name))) throw new Error("The reform of 2025 is made already.");
  await loadCommunes(client, verifier.provinceId, before);
  const units = await readUnits(client, verifier.provinceId);
  const province = units.find(({ kind }) => kind === "province")!;
  const listed = readCsv("binhdinh_old_to_new.csv");
  const merges = [...new Map(listed.map((row) => [row.new_commune_code!, row.new_commune!]))].map(([code, name]): OrganisationChange => ({
    kind: "merge", from, into: { opens: opens(code, name), parentId: province.id },
    unitIds: listed.filter((row) => row.new_commune_code === code).map((row) => organisationIn(units, row).id),
  }));
  const districts = units.filter(({ name }) => districtWords.test(name));
  // Whoever served a district serves there until its last day; where they go is for the province to say.
  await client.query("update role_assignment set valid_to = $1 where unit_id = any ($2) and valid_to is null", [from, districts.map(({ id }) => id)]);
  const closes = districts.map(({ id }): OrganisationChange => ({ kind: "close", from, unitId: id }));
  for (const change of [...merges, ...closes]) await make(verifier, change, `${addDays(from, -1)}T02:00:00.000Z`);
  await joinCommunes(client, verifier.provinceId, province.id);
}

async function joinCommunes(client: Client, provinceId: string, parentId: string): Promise<void> {
  const joined = readCsv("gialai_new_135.csv").filter((row) => row.former_province === "Gia Lai").map((row) => opens(row.code!, row.name!));
  await insertRows(client, "unit", joined.map(({ id, name, officialCode }, index) => ({
    id, province_id: provinceId, kind: "grassroots", name, official_code: officialCode, sort_order: 1_000 + index, valid_from: reformDay,
  })));
  await insertRows(client, "unit_parent", joined.map(({ id }) => ({ province_id: provinceId, unit_id: id, parent_id: parentId, valid_from: reformDay })));
  await client.query("select refresh_unit_ancestors()");
}

function opens(code: string, name: string) {
  return { id: newId(), name: organisationOf(name), officialCode: code };
}

async function readUnits(client: Client, provinceId: string): Promise<Unit[]> {
  const { rows } = await client.query<Unit>(`
    select unit.id, unit.name, unit.kind::text, step.parent_id as "parentId", parent.name as parent
    from unit left join unit_parent step on step.unit_id = unit.id and step.valid_to is null left join unit parent on parent.id = step.parent_id
    where unit.province_id = $1 and unit.valid_to is null`, [provinceId]);
  return rows;
}

const districtWords = /^(?:Huyện đoàn|Thị đoàn|Thành Đoàn) /;

function organisationIn(units: readonly Unit[], { old_commune, old_district }: Record<string, string>): Unit {
  const place = old_district!.replace(/^(Huyện|Thị xã|Thành phố) /, "");
  return units.find(({ name, kind, parent }) => kind === "grassroots" && name === organisationOf(old_commune!) && parent?.endsWith(` ${place}`))!;
}

async function make(verifier: Actor, change: OrganisationChange, now: string): Promise<void> {
  const looked = await askOrganisation(verifier, { action: "preview", change }, now);
  const made = looked.ok && "seen" in looked.value ? await askOrganisation(verifier, { action: "apply", id: newId(), change, seen: looked.value.seen }, now) : looked;
  if (!made.ok) throw new Error(`The reform of 2025 cannot be made: ${made.error.code} ${made.error.field ?? ""} ${change.kind}`);
}
