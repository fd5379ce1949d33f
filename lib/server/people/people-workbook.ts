import "server-only";
import { cleanCell } from "@/lib/domain/import/clean-cell";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { peopleFields, type PeopleField } from "@/lib/domain/people/people-columns";
import { rolesOfPlace } from "@/lib/domain/people/role-steps";
import { unitKinds } from "@/lib/domain/people/person-form";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { memberKinds, type MemberKind } from "@/lib/domain/shift/member-kind";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { roleNames } from "@/lib/text/desk";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { momentText } from "@/lib/text/moment";
import { peopleFileTexts as texts } from "@/lib/text/people-file";
import { refusals } from "@/lib/text/refusals";
import { mayImport } from "./import-people";
import { loadKnownPeople } from "./load-known-people";
import { planPeopleFile } from "./plan-people-file";
import { findOwnUnits, readPeopleFile } from "./read-people-file";
import { tellNobody } from "./tell-progress";

type Line = Partial<Record<PeopleField, string>>;

/** A workbook to fill in: empty, or with everybody who is there, so that the file read as it is changes nothing. */
export async function peopleWorkbook({ actor, name }: Person, { list }: { readonly list: boolean }, now: string): Promise<Result<Response, RefusalCode>> {
  if (!mayImport(actor, now)) return err("unknownOrForbidden");
  const today = localDateOf(now);
  const { units, lines } = await withActor(actor, async (tx) => {
    const named = await nameUnits(tx, actor, today);
    return { units: named, lines: list ? await currentLines(tx, actor, today, new Map(named.map(({ id, called }) => [id, called]))) : [] };
  });
  const unitSheet: WorkbookSheet = {
    name: texts.unitSheet, headRows: 1, columns: [{ width: 60, style: "text" }, { width: 16, style: "text" }],
    rows: [headOf([texts.fields.unit, texts.code]), ...units.map(({ called, code }) => [called, code])],
  };
  const footer = `${name}, ${momentText(now)}`;
  return answerWorkbook(list ? texts.listName : texts.templateName, [{ ...peopleSheet(lines), footer }, unitSheet]);
}

/** The rows of a file that can't be taken, as they are, with what is wrong in them: to be put right and read again. */
export async function restWorkbook(actor: Actor, bytes: Uint8Array, now: string): Promise<Result<Response, RefusalCode>> {
  if (!mayImport(actor, now)) return err("unknownOrForbidden");
  const file = await readPeopleFile(bytes, tellNobody);
  if (!file.ok) return file;
  const { rows, columns } = file.value;
  const { problems } = await withActor(actor, (tx) => planPeopleFile(tx, actor, file.value, localDateOf(now), tellNobody));
  const why = new Map<number, string[]>();
  for (const { row, field, code } of problems) why.set(row, [...(why.get(row) ?? []), `${texts.fields[field]}: ${refusals[code]}`]);
  const lines = rows.filter(({ rowNumber }) => why.has(rowNumber)).map(({ rowNumber, cells }) => ({
    why: (why.get(rowNumber) ?? []).join(" "),
    ...Object.fromEntries(peopleFields.map((field) => [field, cleanCell(cells[columns.at[field] ?? -1] ?? "")])),
  }));
  return answerWorkbook(texts.restName, [peopleSheet(lines, texts.why)]);
}

const headRows = 4;
const widths: Record<PeopleField, number> = { name: 32, unit: 44, role: 20, memberKind: 30, login: 20 };

function peopleSheet(lines: readonly (Line & { readonly why?: string })[], whyHead?: string): WorkbookSheet {
  const last = headRows + Math.max(lines.length, 2_000);
  return {
    name: texts.sheet, headRows, repeatFrom: headRows, orientation: "landscape",
    merges: [1, 2, 3].map((row) => `A${row}:F${row}`), heights: { 2: 32, 3: 32 },
    columns: [{ width: 6, style: "ordinal" }, ...peopleFields.map((field) => ({ width: widths[field], style: "text" as const })), ...(whyHead ? [{ width: 60, style: "text" as const }] : [])],
    rows: [
      [{ value: texts.heading, style: "heading" }],
      [{ value: texts.howTo, style: "note" }],
      [{ value: texts.howToLogin, style: "note" }],
      headOf([texts.number, ...peopleFields.map((field) => texts.fields[field]), ...(whyHead ? [whyHead] : [])]),
      ...lines.map((line, index): WorkbookCell[] => [index + 1, ...peopleFields.map((field) => line[field] ?? ""), ...(whyHead ? [line.why ?? ""] : [])]),
    ],
    choices: [
      { cells: `D${headRows + 1}:D${last}`, values: fileRoles.map((role) => roleNames[role]) },
      { cells: `E${headRows + 1}:E${last}`, values: memberKinds.map(kindWords) },
    ],
  };
}

/** Roles of units; those of areas are given one by one. */
const fileRoles: readonly Role[] = [...new Set(unitKinds.slice(1).flatMap((kind) => [...rolesOfPlace(kind)]))];

/** A comma would begin the next choice. */
function kindWords(kind: MemberKind): string {
  return memberKindNames[kind].replaceAll(",", "");
}

function headOf(values: readonly string[]): WorkbookCell[] {
  return values.map((value) => ({ value, style: "head" }));
}

type NamedUnit = { readonly id: string; readonly called: string; readonly code: string };

/** What a file may call each unit: by its name, or, where others have that name too, with the units above. */
async function nameUnits(tx: Transaction, actor: Actor, today: LocalDate): Promise<NamedUnit[]> {
  const { find, pathOf } = await findOwnUnits(tx, actor, today);
  const units = await tx.$queryRaw<{ id: string; name: string; code: string | null }[]>`
    select id, name, official_code as code from unit where valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to) order by sort_order, name, id`;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units.flatMap(({ id, name, code }) => {
    const above = pathOf(id).slice(0, -1).reverse().flatMap((parent) => names.get(parent) ?? []);
    const candidates = [name, ...above.map((_, index) => [name, ...above.slice(0, index + 1)].join(", ")), ...(code ? [code] : [])];
    const called = candidates.find((text) => isOf(find(text), id));
    return called === undefined ? [] : [{ id, called, code: code ?? "" }];
  });
}

function isOf(found: ReturnType<Awaited<ReturnType<typeof findOwnUnits>>["find"]>, id: string): boolean {
  return found.ok && found.value.id === id;
}

/** A line for each role that somebody holds in a unit; of those who are not there any more, none. */
async function currentLines(tx: Transaction, actor: Actor, today: LocalDate, called: ReadonlyMap<string, string>): Promise<Line[]> {
  const people = (await loadKnownPeople(tx, actor, today)).filter(({ isManaged, isDisabled }) => isManaged && !isDisabled);
  const lines = people.flatMap(({ name, login, memberKind, held }) => held.flatMap(({ role, unitId }) => {
    const unit = called.get(unitId ?? "");
    return unit === undefined ? [] : [{ name, unit, role: roleNames[role], memberKind: kindWords(memberKind), login }];
  }));
  return lines.sort((one, other) => one.unit.localeCompare(other.unit, "vi") || one.name.localeCompare(other.name, "vi"));
}

async function answerWorkbook(fileName: string, sheets: readonly WorkbookSheet[]): Promise<Result<Response, never>> {
  const bytes = await writeWorkbook(sheets);
  return ok(new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}
