import "server-only";
import { wordsOf } from "@/lib/domain/import/clean-cell";
import { headerSearchRows } from "@/lib/domain/import/header";
import type { Row } from "@/lib/domain/import/row";
import { unitDirectory, type ListedUnit } from "@/lib/domain/members/unit-directory";
import { roles, type Actor } from "@/lib/domain/people/actor";
import { canGrant } from "@/lib/domain/people/grants";
import { findPeopleColumns, type PeopleColumns } from "@/lib/domain/people/people-columns";
import type { UnitKind } from "@/lib/domain/people/person-form";
import type { FileUnit, FindFileUnit, PeopleWords } from "@/lib/domain/people/read-people-rows";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { memberKinds } from "@/lib/domain/shift/member-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";
import { listUnits } from "@/lib/server/members/list-units";
import { headBytes, kindOf } from "@/lib/server/spreadsheet/file-kind";
import { findFileRefusal } from "@/lib/server/spreadsheet/file-refused";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { roleNames } from "@/lib/text/desk";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { peopleFileTexts } from "@/lib/text/people-file";
import type { Tell } from "./tell-progress";

/** More than any unit enters at once; title and names of columns are rows too. */
const mostRows = 20_100;
const mostUnpacked = 64 * 1024 * 1024;
const mostCells = 400_000;

export type PeopleRows = { readonly rows: readonly Row[]; readonly columns: PeopleColumns };

/** The rows of a workbook or a text file, and which column says what. Refuses what can't be read, or has no such columns. */
export async function readPeopleFile(bytes: Uint8Array, tell: Tell): Promise<Result<PeopleRows, RefusalCode>> {
  const kind = kindOf(bytes.subarray(0, headBytes));
  if (!kind.ok) return kind;
  const rows: Row[] = [];
  try {
    const limits = { ...limitsOf[kind.value], rows: mostRows, unpackedBytes: mostUnpacked, cells: mostCells };
    for await (const slice of readRows(bytes, kind.value, limits)) {
      rows.push(...slice);
      tell({ step: "read", done: rows.length });
    }
  } catch (error) {
    const refusal = findFileRefusal(error);
    if (!refusal) throw error;
    return err(refusal);
  }
  const columns = findPeopleColumns(rows.slice(0, headerSearchRows));
  return columns ? ok({ rows, columns }) : err("headerMissing");
}

/**
 * Finds units by the names of a file: among those that the actor looks after first, so that a namesake elsewhere makes
 * nothing ambiguous. One that is only found elsewhere is `unitOutsideOwn`.
 */
export async function findOwnUnits(tx: Transaction, actor: Actor, today: LocalDate): Promise<{ readonly find: FindFileUnit; readonly pathOf: (unitId: string) => readonly string[] }> {
  const units = await listUnits(tx);
  const kinds = new Map((await tx.$queryRaw<{ id: string; kind: UnitKind }[]>`select id, kind from unit`).map(({ id, kind }) => [id, kind]));
  const paths = await loadUnitPaths(tx, units.map(({ id }) => id));
  const pathOf = (unitId: string) => paths(unitId, today) ?? [];
  const own = unitDirectory(units.filter(({ id }) => canGrant(actor, "volunteer", { unitPath: pathOf(id) }, today)));
  const all = unitDirectory(units);
  const unitOf = ({ id, name }: ListedUnit): FileUnit => ({ id, name, kind: kinds.get(id) ?? "team" });
  const find: FindFileUnit = (text) => {
    const found = own(text, today);
    if (found.ok) return ok(unitOf(found.value));
    if (found.error === "unitAmbiguous") return found;
    return all(text, today).ok ? err("unitOutsideOwn") : err("unitUnknown");
  };
  return { find, pathOf };
}

/** What the columns of roles and kinds may say: as on the screen, and as people write it. */
export const peopleWords: PeopleWords = {
  roles: new Map([
    ...roles.map((role) => [wordsOf(roleNames[role]), role] as const),
    ...Object.entries(peopleFileTexts.otherRoles).flatMap(([words, role]) => [[wordsOf(words), role] as const]),
  ]),
  memberKinds: new Map([
    ...memberKinds.map((kind) => [wordsOf(memberKindNames[kind]), kind] as const),
    ...Object.entries(peopleFileTexts.otherKinds).map(([words, kind]) => [wordsOf(words), kind] as const),
  ]),
};
