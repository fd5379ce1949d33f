import { parseDossierCode, receivedOnOf, type DossierCode } from "../dossier/dossier-code";
import type { PersonalNumber } from "../identity/personal-number";
import { err, ok, type Result } from "../result";
import type { LocalDate } from "../time/local-date";
import { isBesideTheData } from "./beside-the-data";
import { Cells, type Problem } from "./cells";
import type { Mapping } from "./mapping";
import { readDate } from "./read-date";
import { readApplicantNumber, readCount, readPersonalNumber } from "./read-number";
import { remembering } from "./remembering";
import { readChannel, readPaidOnline, readWords, readYesOrNo, type Channel } from "./read-words";
import type { RecordKind } from "./record-fields";
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

/** Reads rows one after the other; `"skip"`: it is no record, such as an empty row, a sum, a signature. */
export type RecordReader<Kind extends RecordKind> = (row: Row) => Result<RecordOf[Kind], readonly Problem[]> | "skip";

/**
 * A reader for the rows of one file. It gives everything that is wrong in a row at once, and remembers words that
 * come again in every row: for many rows it is several times as fast as `readRecord`.
 */
export function recordReader<Kind extends RecordKind>(kind: Kind, mapping: Mapping): RecordReader<Kind> {
  const read = readers[kind](rememberingWords());
  return (row) => {
    const problems: Problem[] = [];
    const record = read(new Cells(mapping, row.cells, problems));
    if (problems.length === 0) return ok(record as RecordOf[Kind]);
    // Asked only now: of a million rows nearly all are records.
    return isBesideTheData(kind, mapping, row) ? "skip" : err(problems);
  };
}

/** Reads one row. */
export function readRecord<Kind extends RecordKind>(kind: Kind, mapping: Mapping, row: Row): ReturnType<RecordReader<Kind>> {
  return recordReader(kind, mapping)(row);
}

type Words = ReturnType<typeof rememberingWords>;

function rememberingWords() {
  return { channel: remembering(readChannel), paidOnline: remembering(readPaidOnline), yesOrNo: remembering(readYesOrNo), words: remembering(readWords) };
}

const readers: { readonly [Kind in RecordKind]: (words: Words) => (cells: Cells) => Partial<Record<keyof RecordOf[Kind], unknown>> } = {
  dossier: (words) => (cells) => {
    const code = cells.required("code", parseDossierCode);
    return {
      code,
      receivedOn: cells.optional("receivedOn", readDate) ?? (code && receivedOnOf(code)),
      service: cells.optional("service", words.words),
      channel: cells.required("channel", words.channel),
      paidOnline: cells.evenEmpty("paidOnline", words.paidOnline),
      status: cells.optional("status", words.words),
      applicantNumber: cells.optional("applicantNumber", readApplicantNumber),
    };
  },
  account: () => (cells) => ({
    number: cells.required("number", readPersonalNumber),
    createdOn: cells.required("createdOn", readDate),
    linkedOn: cells.optional("linkedOn", readDate),
    transactions: cells.evenEmpty("transactions", readCount),
  }),
  member: (words) => (cells) => {
    const [joinedOn, leftOn] = [cells.optional("joinedOn", readDate), cells.optional("leftOn", readDate)];
    if (joinedOn !== undefined && leftOn !== undefined && leftOn < joinedOn) cells.refuse("leftOn", "leftBeforeJoined");
    return {
      number: cells.required("number", readPersonalNumber),
      unit: cells.required("unit", words.words),
      joinedOn,
      leftOn,
      publicEmployee: cells.evenEmpty("publicEmployee", words.yesOrNo),
    };
  },
};
