import { wordsOf } from "./clean-cell";
import { columnNames, unwantedColumnNames } from "./column-names";
import type { Header, HeaderColumn } from "./header";
import type { Mapping } from "./mapping";
import { fieldsOf, type RecordKind, type RegisterField } from "./record-fields";

/**
 * A first answer to which column holds what, by the names of the columns; a person confirms or corrects it. Each
 * column is given to one field, the surest first; fields without a likely column stay open.
 */
export function guessMapping(kind: RecordKind, header: Header): Mapping {
  const guesses = fieldsOf(kind).flatMap((field) =>
    header.columns.map((names, column) => ({ field, column, weight: likeness(field, names) })),
  );
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { field, column, weight } of guesses.sort((a, b) => b.weight - a.weight || a.column - b.column)) {
    if (weight === 0 || mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** 0: not at all. The very name, then the name with its group, then a name that only contains one of ours. */
function likeness(field: RegisterField, { name, group }: HeaderColumn): number {
  const own = wordsOf(name);
  const whole = wordsOf(`${group} ${name}`);
  if (own === "") return 0;
  return Math.max(...columnNames[field].map((known, index) => likenessTo(known, index, own, whole)));
}

function likenessTo(known: string, index: number, own: string, whole: string): number {
  if (own === known || whole === known) return 1_000 - index;
  if (unwantedColumnNames.has(own)) return 0;
  // Short ones are in too many names to say anything: "hinh thuc", "dich vu", "ngay ra".
  if (known.length < 7) return 0;
  if (` ${own} `.includes(` ${known} `)) return 500 + known.length - index;
  return ` ${whole} `.includes(` ${known} `) ? 200 + known.length - index : 0;
}
