import "server-only";
import type * as z from "zod/mini";
import { cleanCell } from "@/lib/domain/import/clean-cell";
import { guessMapping } from "@/lib/domain/import/guess-mapping";
import { findHeader, headerSearchRows, type Header } from "@/lib/domain/import/header";
import { missingFields } from "@/lib/domain/import/mapping";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { Row } from "@/lib/domain/import/row";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { registerKinds, type Inspected, type InspectQuery, type RegisterKind } from "@/lib/protocol/imports";
import { withActor } from "@/lib/server/database/with-actor";
import { headBytes, isUtf16, kindOf } from "@/lib/server/spreadsheet/file-kind";
import { findFileRefusal } from "@/lib/server/spreadsheet/file-refused";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { listSheets } from "@/lib/server/spreadsheet/xlsx/read-xlsx";
import { keepsRegisters } from "./keeper";
import { findLayout, signatureOf } from "./layouts";

type Answer = Promise<Result<Omit<Inspected, "marker" | "protocol">, RefusalCode>>;

/** What a file's columns are called, what stands in them, and which of them are probably ours. Nothing is kept. */
export async function inspectFile(actor: Actor, read: () => Promise<Result<Uint8Array, RefusalCode>>, { whole, sheet }: z.infer<typeof InspectQuery>, now: string): Answer {
  if (!keepsRegisters(actor, now)) return err("unknownOrForbidden");
  const body = await read();
  if (!body.ok) return body;
  const bytes = body.value;
  const kind = kindOf(bytes.subarray(0, headBytes));
  if (!kind.ok) return kind;
  const text = kind.value === "csv" && whole === "no" ? wholeLines(bytes) : bytes;
  try {
    const sheets = kind.value === "xlsx" ? await listSheets(bytes, limitsOf.xlsx) : [];
    const rows = await firstRows(readRows(text, kind.value, limitsOf[kind.value], sheet));
    const header = findHeader(rows);
    if (!header) return err("headerMissing");
    return ok({ sheets, ...(sheet === undefined ? {} : { sheet }), ...(await guess(actor, header)), headerRow: header.lastRowNumber, columns: columnsOf(header, rows) });
  } catch (error) {
    const refusal = findFileRefusal(error);
    if (refusal) return err(refusal);
    throw error;
  }
}

async function guess(actor: Actor, header: Header): Promise<Pick<Inspected, "kind" | "guesses" | "member">> {
  const remembered = await withActor(actor, async (tx) => ({
    dossier: await findLayout(tx, "dossier", signatureOf("dossier", header)),
    account: await findLayout(tx, "account", signatureOf("account", header)),
    member: await findLayout(tx, "member", signatureOf("member", header)),
  }));
  const guessOf = (kind: RecordKind) => {
    const { mapping, name } = remembered[kind] ?? { mapping: guessMapping(kind, header), name: undefined };
    return { mapping, ...(name === undefined ? {} : { layoutName: name }) };
  };
  const guesses = Object.fromEntries(registerKinds.map((kind) => [kind, guessOf(kind)])) as Inspected["guesses"];
  return { kind: likelyKind(guesses), guesses, member: guessOf("member") };
}

/** The one that was remembered, or whose required columns are there; a dossier has an applicant's number, an account has no code. */
function likelyKind(guesses: Inspected["guesses"]): RegisterKind {
  const weight = (kind: RegisterKind) =>
    (guesses[kind].layoutName ? 100 : 0) - 10 * missingFields(kind, guesses[kind].mapping).length + Object.keys(guesses[kind].mapping).length;
  return weight("account") > weight("dossier") ? "account" : "dossier";
}

/** To the end of the last line that is all there: what follows may end inside a character. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (!isUtf16(bytes)) return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1 || bytes.length);
  for (let at = bytes.length - (bytes.length % 2) - 2; at > 0; at -= 2) if (bytes[at] === 0x0a && bytes[at + 1] === 0) return bytes.subarray(0, at + 2);
  return bytes.subarray(0, bytes.length - (bytes.length % 2));
}

async function firstRows(slices: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const slice of slices) {
    rows.push(...slice.slice(0, headerSearchRows + 10));
    if (rows.length >= headerSearchRows + 10) break;
  }
  return rows;
}

function columnsOf(header: Header, rows: readonly Row[]): Inspected["columns"] {
  const data = rows.filter(({ rowNumber }) => rowNumber > header.lastRowNumber);
  return header.columns.map(({ name, group }, column) => ({
    name, group, samples: data.map(({ cells }) => cleanCell(cells[column] ?? "").slice(0, 60)).filter((cell) => cell !== "").slice(0, 3).map(masked),
  }));
}

/** Long numbers are people's; their last four digits are enough to know a column by. */
function masked(cell: string): string {
  return cell.replace(/\d{5,}(?=\d{4}(?!\d))/g, (digits) => (/^\d{9,12}$/.test(cell) ? "•".repeat(digits.length) : digits));
}
