import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { ImportAction, ImportState, RegisterKind } from "@/lib/protocol/imports";
import type { Person } from "@/lib/server/auth/person";
import { changeImport } from "@/lib/server/imports/change-import";
import { inspectFile } from "@/lib/server/imports/inspect-file";
import { readUpload } from "@/lib/server/imports/read-upload";

export const dossierColumns = "Mã hồ sơ,Ngày tiếp nhận,Tên thủ tục,Hình thức nộp,Trạng thái,Số CCCD người nộp";
export const accountColumns = "Số định danh,Ngày tạo tài khoản,Ngày liên kết,Số giao dịch";

/** A file of dossiers as text; a row is a code, or a code with what differs from the usual. */
export function dossierFile(...rows: (string | readonly [code: string, changes: { receivedOn?: string; channel?: string; number?: string; service?: string }])[]): string {
  const lines = rows.map((row) => {
    const [code, { receivedOn = "", channel = "Trực tuyến", number = "", service = "Đăng ký khai sinh" } = {}] = typeof row === "string" ? [row] : row;
    return [code, receivedOn, service, channel, "Đã trả kết quả", number].join(",");
  });
  return [dossierColumns, ...lines, ""].join("\n");
}

/** A person at the desk; each step is a minute after the one before. */
export function makeImporter(person: Person, start: string) {
  const { actor } = person;
  let minutes = 0;
  const tick = () => new Date(Date.parse(start) + ++minutes * 60_000).toISOString();
  const change = (action: ImportAction, at = tick()) => changeImport(actor, action, at);
  const inspect = async (bytes: string | Uint8Array) => {
    const found = await inspectFile(actor, async () => ({ ok: true, value: Buffer.from(bytes) }), { whole: "yes" }, tick());
    if (!found.ok) throw new Error(found.error);
    return found.value;
  };
  const read = async (bytes: string | Uint8Array, { kind, at = tick(), fileName = "igate.csv" }: { kind?: RegisterKind; at?: string; fileName?: string } = {}) => {
    const found = await inspect(bytes);
    const id = randomUUID();
    const chosen = kind ?? found.kind;
    const begun = await change({ action: "begin", id, kind: chosen, fileName, mapping: found.guesses[chosen].mapping }, at);
    expect(begun).toMatchObject({ ok: true, value: { id, status: "reading" } });
    return readUpload(actor, id, piecesOf(bytes), at);
  };
  return {
    tick,
    inspect,
    change,
    read,
    accept: (id: string, at = tick()) => change({ action: "accept", id }, at),
    cancel: (id: string, at = tick()) => change({ action: "cancel", id }, at),
    /** All the way; ends with what the server says of it. */
    bring: async (bytes: string | Uint8Array, at = tick()): Promise<ImportState> => {
      const done = await read(bytes, { at });
      if (!done.ok) throw new Error(done.error);
      if (done.value.status !== "ready") return done.value;
      const accepted = await change({ action: "accept", id: done.value.id }, at);
      if (!accepted.ok) throw new Error(JSON.stringify(accepted.error));
      return accepted.value;
    },
  };
}

/** In small pieces, as a network brings them. */
export async function* piecesOf(file: string | Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
