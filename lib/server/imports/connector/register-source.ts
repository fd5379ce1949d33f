import "server-only";
import type { RegisterKind } from "@/lib/protocol/imports";
import type { RegisterField } from "@/lib/domain/import/record-fields";

/** A record as the register's own system gives it: texts by field, read with the same rules as the cells of a file. */
export type SourceRecord = Readonly<Partial<Record<RegisterField, string>>>;

/** `cursor`: from where to go on once these records are kept. */
export type Page = { readonly records: readonly SourceRecord[]; readonly cursor: string };

/**
 * Where records come from without a file: everything that changed since a cursor, page by page, in the order in which
 * it changed. Whoever stops early goes on from the last cursor later. One implementation speaks HTTP (`http-source.ts`).
 */
export type RegisterSource = {
  /** @param since undefined for everything there is. Throws `SourceUnavailable` where the other side doesn't answer properly. */
  pull(kind: RegisterKind, since: string | undefined): AsyncIterable<Page>;
};

/** The other side is away, refuses, or says what nobody can read. Pages before it are good. */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
}
