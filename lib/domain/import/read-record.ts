import { parseDossierCode, receivedOnOf, type DossierCode } from "../dossier/dossier-code";
import type { PersonalNumber } from "../identity/personal-number";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import type { LocalDate } from "../time/local-date";
import { isBesideTheData } from "./beside-the-data";
import type { Mapping } from "./mapping";
import { readDate } from "./read-date";
import { readApplicantNumber, readCount, readPersonalNumber } from "./read-number";
import { readChannel, readPaidOnline, readWords, readYesOrNo, type Channel } from "./read-words";
import type { RecordKind, RegisterField } from "./record-fields";
import type { Row } from "./row";

/** A dossier as the register knows it. `undefined`: the file doesn't say. */
export type RegisterDossier = {
  readonly code: DossierCode;
  readonly receivedOn: LocalDate;
  readonly service: string | undefined;
  readonly channel: Channel;
  readonly paidOnline: boolean | undefined;
  readonly status: string | undefined;
  readonly applicantNumber: PersonalNumber | undefined;
};

export type RegisterAccount = {
  readonly number: PersonalNumber;
  readonly createdOn: LocalDate;
  readonly linkedOn: LocalDate | undefined;
  readonly transactions: number | undefined;
};

/** `unit` is what the file calls it: a code or a name. */
export type RegisterMember = {
  readonly number: PersonalNumber;
  readonly unit: string;
  readonly joinedOn: LocalDate | undefined;
  readonly leftOn: LocalDate | undefined;
  readonly publicEmployee: boolean | undefined;
};

export type RecordOf = { readonly dossier: RegisterDossier; readonly account: RegisterAccount; readonly member: RegisterMember };

/** What is wrong in a row; `column` from 0, none where no column was given to the field. */
export type Problem = { readonly field: RegisterField; readonly column: number | undefined; readonly code: RefusalCode };

/**
 * Reads one row. `"skip"`: it is no record, such as an empty row, a sum, a signature, the names of columns again.
 * Otherwise everything that is wrong in it at once.
 */
export function readRecord<Kind extends RecordKind>(kind: Kind, mapping: Mapping, row: Row): Result<RecordOf[Kind], readonly Problem[]> | "skip" {
  const problems: Problem[] = [];
  const record = readers[kind](new Cells(mapping, row.cells, problems));
  if (problems.length === 0) return ok(record as RecordOf[Kind]);
  // Asked only now: of a million rows nearly all are records.
  return isBesideTheData(kind, mapping, row) ? "skip" : err(problems);
}

const readers: { readonly [Kind in RecordKind]: (cells: Cells) => Partial<Record<keyof RecordOf[Kind], unknown>> } = {
  dossier(cells) {
    const code = cells.required("code", parseDossierCode);
    return {
      code,
      receivedOn: cells.optional("receivedOn", readDate) ?? (code && receivedOnOf(code)),
      service: cells.optional("service", readWords),
      channel: cells.required("channel", readChannel),
      paidOnline: cells.evenEmpty("paidOnline", readPaidOnline),
      status: cells.optional("status", readWords),
      applicantNumber: cells.optional("applicantNumber", readApplicantNumber),
    };
  },
  account: (cells) => ({
    number: cells.required("number", readPersonalNumber),
    createdOn: cells.required("createdOn", readDate),
    linkedOn: cells.optional("linkedOn", readDate),
    transactions: cells.evenEmpty("transactions", readCount),
  }),
  member(cells) {
    const [joinedOn, leftOn] = [cells.optional("joinedOn", readDate), cells.optional("leftOn", readDate)];
    if (joinedOn !== undefined && leftOn !== undefined && leftOn < joinedOn) cells.refuse("leftOn", "leftBeforeJoined");
    return {
      number: cells.required("number", readPersonalNumber),
      unit: cells.required("unit", readWords),
      joinedOn,
      leftOn,
      publicEmployee: cells.evenEmpty("publicEmployee", readYesOrNo),
    };
  },
};

type Read<T> = (text: string) => Result<T, RefusalCode>;

/** The cells of a row by field, and what is wrong with them. */
class Cells {
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
