import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";

/**
 * Thrown while rows are read, where a file can't be taken: an iterable has no other way to say no that nobody
 * can overlook. `code` is one of `fileUnreadable`, `fileIsOldExcel`, `tooLarge`, `fileTooManyRows`, `sheetUnknown`.
 */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

/** What a reading failed with, if it was the file's fault; anything else is a fault of ours. */
export function findFileRefusal(error: unknown): RefusalCode | undefined {
  return error instanceof FileRefused ? error.code : undefined;
}
