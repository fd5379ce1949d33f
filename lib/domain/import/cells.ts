import type { RefusalCode } from "../refusal";
import type { Result } from "../result";
import type { Mapping } from "./mapping";
import type { RegisterField } from "./record-fields";

/** Reads a cell's text. */
export type Read<T> = (text: string) => Result<T, RefusalCode>;

/** What is wrong in a row; `column` from 0, none where no column was given to the field. */
export type Problem = { readonly field: RegisterField; readonly column: number | undefined; readonly code: RefusalCode };

/** The cells of a row by field; what is wrong with them is added to `problems`. */
export class Cells {
  constructor(
    private readonly mapping: Mapping,
    private readonly cells: readonly string[],
    private readonly problems: Problem[],
  ) {}

  /** Without a value it is a problem. */
  required<T>(field: RegisterField, read: Read<T>): T | undefined {
    const value = this.read(field, this.textOf(field) ?? "", read);
    if (value === undefined && !this.problems.some((problem) => problem.field === field)) this.refuse(field, "required");
    return value;
  }

  /** Nothing in the cell is nothing. */
  optional<T>(field: RegisterField, read: Read<T>): T | undefined {
    const text = this.textOf(field);
    return text === undefined || text.trim() === "" ? undefined : this.read(field, text, read);
  }

  /** Where the file has the column, an empty cell says something: no, none. */
  evenEmpty<T>(field: RegisterField, read: Read<T>): T | undefined {
    const text = this.textOf(field);
    return text === undefined ? undefined : this.read(field, text, read);
  }

  refuse(field: RegisterField, code: RefusalCode): void {
    this.problems.push({ field, column: this.mapping[field], code });
  }

  private textOf(field: RegisterField): string | undefined {
    const column = this.mapping[field];
    return column === undefined ? undefined : (this.cells[column] ?? "");
  }

  private read<T>(field: RegisterField, text: string, read: Read<T>): T | undefined {
    const result = read(text);
    if (result.ok) return result.value;
    this.refuse(field, result.error);
    return undefined;
  }
}
