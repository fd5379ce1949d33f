import type { RecordKind } from "../../lib/domain/import/record-fields";
import type { Actor } from "../../lib/domain/people/actor";
import { LocalDate } from "../../lib/domain/time/local-date";
import { acceptImport } from "../../lib/server/imports/accept-import";
import { beginImport } from "../../lib/server/imports/begin-import";
import { readUpload } from "../../lib/server/imports/read-upload";
import { newId } from "../demo/new-id";

const layouts = {
  dossier: { header: "Mã hồ sơ,Ngày tiếp nhận,Thủ tục,Hình thức tiếp nhận,Thanh toán trực tuyến,Số định danh", mapping: { code: 0, receivedOn: 1, service: 2, channel: 3, paidOnline: 4, applicantNumber: 5 } },
  account: { header: "Số định danh,Ngày tạo tài khoản,Số giao dịch", mapping: { number: 0, createdOn: 1, transactions: 2 } },
  member: { header: "Số định danh,Đơn vị,Ngày vào Đoàn", mapping: { number: 0, unit: 1, joinedOn: 2 } },
} as const satisfies Record<RecordKind, object>;

/** A file on its way through the importer, as somebody would have sent and accepted it at a moment. */
export async function importFile(verifier: Actor, kind: RecordKind, fileName: string, lines: readonly string[], now: string): Promise<void> {
  if (lines.length === 0) return;
  const id = newId();
  const { header, mapping } = layouts[kind];
  const members = kind === "member" ? { members: { asOf: LocalDate.parse(now.slice(0, 10)), people: "members" as const, complete: false } } : {};
  const begun = await beginImport(verifier, { id, kind, fileName, mapping, ...members }, now);
  if (!begun.ok) throw new Error(`${fileName} was not taken: ${begun.error.code}`);
  const read = await readUpload(verifier, id, piecesOf(header, lines), now);
  if (!read.ok) throw new Error(`${fileName} could not be read: ${read.error}`);
  if (read.value.unreadCount > 0) throw new Error(`${read.value.unreadCount} rows of ${fileName} could not be read.`);
  const accepted = await acceptImport(verifier, id, now);
  if (!accepted.ok) throw new Error(`${fileName} was not accepted: ${accepted.error}`);
}

const linesAtOnce = 2_000;

async function* piecesOf(header: string, lines: readonly string[]): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${header}\n`);
  for (let start = 0; start < lines.length; start += linesAtOnce) yield encoder.encode(`${lines.slice(start, start + linesAtOnce).join("\n")}\n`);
}
