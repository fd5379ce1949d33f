import "server-only";
import { paragraph, type Cell, type Paragraph, type Table } from "./blocks";

/** Offices one below the other, such as `KT. CHÁNH VĂN PHÒNG`, `PHÓ CHÁNH VĂN PHÒNG`; without a name it is written by hand. */
export type Signer = { readonly offices: readonly string[]; readonly name?: string | undefined };

export type Recipients = { readonly head: string; readonly lines: readonly string[] };

/**
 * Who gets a document, a line for each, and beside it who signs.
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 7 and 9.
 */
export function recipientsAndSigner({ head, lines }: Recipients, signer: Signer, width: number): Table {
  const left = lines.length > 0 ? [paragraph("recipientsHead", head), ...lines.map((line) => paragraph("recipient", line))] : [];
  return signatureTable([left, signed(signer)], width);
}

/** Several people sign beside each other: who made a sheet, who checked it, who decides. */
export function signers(people: readonly Signer[], width: number): Table {
  return signatureTable(people.map(signed), width);
}

function signed({ offices, name }: Signer): Paragraph[] {
  return [...offices.map((office) => paragraph("signer", office)), ...(name ? [paragraph("signature", name)] : [])];
}

function signatureTable(columns: readonly (readonly Paragraph[])[], width: number): Table {
  const cells = columns.map((content): Cell => ({ content, vertical: "top" }));
  return { kind: "table", widths: columns.map(() => width / columns.length), hasLines: false, head: [], rows: [cells], padding: 10 };
}
