import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";

export type FileKind = "csv" | "xlsx";

/** Enough of a file to tell what it is. */
export const headBytes = 64 * 1024;

/**
 * What a file is by how it begins, whatever its name says. Refuses with `fileIsOldExcel` (.xls, a workbook with
 * a password, and the web pages that some systems hand out as .xls) or `fileUnreadable`.
 */
export function kindOf(head: Uint8Array): Result<FileKind, RefusalCode> {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return ok("xlsx");
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return err("fileIsOldExcel");
  if (isUtf16(head)) return ok("csv");
  const start = String.fromCharCode(...head.subarray(0, 512)).replace(/^ï»¿/, "").trimStart().toLowerCase();
  if (/^<(!doctype|html|head|meta|table|style|\?xml)/.test(start)) return err("fileIsOldExcel");
  return head.includes(0) || start.startsWith("%pdf") ? err("fileUnreadable") : ok("csv");
}

/** UTF-16 as Excel writes "Unicode text": little-endian behind a byte order mark. */
export function isUtf16(head: Uint8Array): boolean {
  return startsWith(head, [0xff, 0xfe]);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
