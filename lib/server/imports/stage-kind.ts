import "server-only";
import type { RecordKind, RegisterField } from "@/lib/domain/import/record-fields";
import type { RecordOf } from "@/lib/domain/import/read-record";
import type { Mapping } from "@/lib/domain/import/mapping";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { ImportPhase, ImportResult, PreviewRow } from "@/lib/protocol/imports";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { AnyBatch } from "./batch-row";

export type Numbered<Value> = { readonly rowNumber: number; readonly record: Value };

/** Rows that say something new, and rows that say something else than what speaks now. */
export type Staged = { readonly added: number; readonly changed: number };

export type Staging = { readonly provinceId: string; readonly batchId: string; readonly mapping: Mapping };

/**
 * What differs between kinds of imported records: everything else (reading, slices, counts, problems, cancelling,
 * cleaning up) is the same. Dossiers and accounts have theirs in `register-columns.ts`; members bring their own.
 */
export type StageKind<Kind extends RecordKind = RecordKind> = {
  readonly kind: Kind;
  /** The word in `import_batch.kind`. */
  readonly batchKind: string;
  /** Which dossier, account or member a row is about: of several in a file the last one is meant. */
  keyOf(record: RecordOf[Kind]): string;
  /**
   * Adds to the batch what differs from what speaks now. Keys are unique within `rows`. Whatever costs time without the
   * database is done at once, while the slice before is being written.
   */
  stage(staging: Staging, rows: readonly Numbered<RecordOf[Kind]>[]): (tx: Transaction) => Promise<Staged>;
  /** What is wrong with a record that reads well, for what only the server knows. */
  problemOf?(record: RecordOf[Kind]): { readonly field: RegisterField; readonly code: RefusalCode } | undefined;
  /** As shown before it is accepted, numbers masked. */
  previewOf(record: RecordOf[Kind]): PreviewRow["values"];
  /** Fields whose text may be kept with a problem: never a citizen's. */
  readonly plainFields: readonly RegisterField[];
  /** What of such a text is kept, where it is more than codes and days. */
  plainTextOf?(field: RegisterField, text: string): string | undefined;
};

/** What is done with whole batches of a kind. */
export type BatchKind = {
  /** Takes up to `most` rows of the batch away; how many it took. */
  remove(tx: Transaction, batchId: string, most: number): Promise<number>;
  /** Makes the rows speak, in the transaction that accepts them; what came of it. */
  accept(tx: Transaction, batch: AnyBatch, moment: string): Promise<ImportResult>;
  /** What is done after the acceptance, if anything. */
  readonly followUp?: ImportPhase;
};
