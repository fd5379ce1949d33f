import * as z from "zod/mini";
import { fieldsOf, recordFields, RegisterField, type RecordKind } from "./record-fields";

/** Which column, from 0, holds a field. Remembered per layout, so that a file of the same shape is read at once. */
export type Mapping = z.infer<typeof Mapping>;
export const Mapping = z.partialRecord(RegisterField, z.int({ error: "malformed" }).check(z.gte(0, { error: "malformed" }), z.lt(512, { error: "malformed" })));

/** What must still be told before a file can be read. */
export function missingFields(kind: RecordKind, mapping: Mapping): RegisterField[] {
  const needs: Partial<Record<RegisterField, "required" | "optional">> = recordFields[kind];
  return fieldsOf(kind).filter((field) => needs[field] === "required" && mapping[field] === undefined);
}

/** `A`, `Z`, `AA`: a column as Excel names it. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
