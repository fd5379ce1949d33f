import { parsePersonName } from "../identity/person-name";
import { cleanCell, wordsOf } from "../import/clean-cell";
import { remembering } from "../import/remembering";
import type { Row } from "../import/row";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import type { MemberKind } from "../shift/member-kind";
import type { Role } from "./actor";
import { parseLogin } from "./login";
import type { PeopleColumns, PeopleField } from "./people-columns";
import type { UnitKind } from "./person-form";

export type FileUnit = { readonly id: string; readonly name: string; readonly kind: UnitKind };

/** Finds the unit that a row names; refuses what is unknown, ambiguous, or outside of the reader's. */
export type FindFileUnit = (text: string) => Result<FileUnit, RefusalCode>;

/** What a row says of somebody; without a role or kind it says nothing of that. */
export type PeopleRow = {
  readonly row: number;
  readonly name: string;
  readonly unit: FileUnit;
  readonly role: Role | undefined;
  readonly memberKind: MemberKind | undefined;
  readonly login: string | undefined;
};

/** What is wrong in which cell, as Excel names it, and what stands there. */
export type PeopleProblem = { readonly row: number; readonly field: PeopleField; readonly code: RefusalCode; readonly text: string };

/** Words by which files call roles and kinds, folded. */
export type PeopleWords = { readonly roles: ReadonlyMap<string, Role>; readonly memberKinds: ReadonlyMap<string, MemberKind> };

type Read = { readonly rows: PeopleRow[]; readonly problems: PeopleProblem[]; /** Logins of rows that can't be taken. */ readonly wrongLogins: Set<string> };

/** All that the rows behind the names say, and everything that is wrong in them, cell by cell. */
export function readPeopleRows(rows: readonly Row[], columns: PeopleColumns, findUnit: FindFileUnit, words: PeopleWords): Read {
  const readUnit = remembering(findUnit);
  const read: Read = { rows: [], problems: [], wrongLogins: new Set() };
  for (const { rowNumber, cells } of rows) {
    const textOf = (field: PeopleField) => cleanCell(cells[columns.at[field] ?? -1] ?? "");
    if (rowNumber <= columns.rowNumber || isBeside(textOf("name"), textOf("unit"))) continue;
    const problems: PeopleProblem[] = [];
    const value = <T>(field: PeopleField, result: Result<T, RefusalCode>): T | undefined => {
      if (result.ok) return result.value;
      problems.push({ row: rowNumber, field, code: result.error, text: textOf(field).slice(0, shownLength) });
      return undefined;
    };
    const name = value("name", readName(textOf("name")));
    const unit = value("unit", textOf("unit") === "" ? err("required") : readUnit(textOf("unit")));
    const role = value("role", readWord(textOf("role"), words.roles, "roleUnknown"));
    const memberKind = value("memberKind", readWord(textOf("memberKind"), words.memberKinds, "memberKindUnknown"));
    const login = textOf("login") === "" ? undefined : value("login", parseLogin(textOf("login")));
    read.problems.push(...problems);
    if (problems.length === 0 && name && unit) read.rows.push({ row: rowNumber, name, unit, role, memberKind, login });
    else if (login) read.wrongLogins.add(login);
  }
  return read;
}

const shownLength = 80;

/** Lists in capitals are common: `NGUYỄN VĂN AN` is meant as `Nguyễn Văn An`. */
function readName(text: string): Result<string, RefusalCode> {
  const name = parsePersonName(text);
  if (!name.ok || /\p{Ll}/u.test(name.value) || !name.value.includes(" ")) return name;
  return ok(name.value.toLowerCase().replace(/(^|[ \-'’])\p{L}/gu, (letter) => letter.toUpperCase()));
}

function readWord<Word>(text: string, known: ReadonlyMap<string, Word>, code: RefusalCode): Result<Word | undefined, RefusalCode> {
  if (text === "") return ok(undefined);
  const word = known.get(wordsOf(text));
  return word === undefined ? err(code) : ok(word);
}

/** Nothing, sums, numbers of columns, and the names of the columns on the next page are nobody. */
function isBeside(name: string, unit: string): boolean {
  if (name === "" && unit === "") return true;
  return /^\(?\d{1,3}\)?$/.test(name) || /^(tong|cong|tong cong|tong so|ho va ten|ho ten|nguoi lap.*)$/.test(wordsOf(name));
}
