import { wordsOf } from "../import/clean-cell";
import { columnNames } from "../import/column-names";
import { headerSearchRows } from "../import/header";
import type { Row } from "../import/row";

/** What a file of people may say of somebody. Name and unit are needed; nothing else is ever read. */
export const peopleFields = ["name", "unit", "role", "memberKind", "login"] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Which column, from 0, holds what; data begins behind `rowNumber`. */
export type PeopleColumns = { readonly rowNumber: number; readonly at: Readonly<Partial<Record<PeopleField, number>> & { name: number; unit: number }> };

/** The first row that names a column of names and one of units. */
export function findPeopleColumns(rows: readonly Row[]): PeopleColumns | undefined {
  for (const { rowNumber, cells } of rows.slice(0, headerSearchRows)) {
    const words = cells.map(wordsOf);
    const columnOf = (field: PeopleField) => words.findIndex((name) => names[field].has(name));
    const at = Object.fromEntries(peopleFields.map((field) => [field, columnOf(field)] as const).filter(([, column]) => column >= 0));
    if (at.name !== undefined && at.unit !== undefined) return { rowNumber, at: { ...at, name: at.name, unit: at.unit } };
  }
  return undefined;
}

const names: Readonly<Record<PeopleField, ReadonlySet<string>>> = {
  name: new Set(["ho va ten", "ho ten", "ho va ten thanh vien", "ten thanh vien", "ho va ten nguoi dung"]),
  unit: new Set([...columnNames.unit, "doi", "ten doi", "doi tinh nguyen"]),
  role: new Set(["vai tro", "chuc vu", "nhiem vu"]),
  memberKind: new Set(["loai thanh vien", "doi tuong", "loai"]),
  login: new Set(["ten dang nhap", "tai khoan", "ten tai khoan"]),
};
