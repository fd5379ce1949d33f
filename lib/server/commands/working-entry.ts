import "server-only";
import type { EntryState, Review } from "@/lib/domain/entry/entry";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { Quarantine } from "@/lib/domain/review/quarantine";
import type { WrappedKey } from "@/lib/server/crypto/sealed";

/** An entry while a slice is decided: what the database holds of it and what it has become since. */
export type WorkingEntry = {
  /** Undefined for an entry that this slice records. */
  readonly before?: EntryState;
  readonly state: EntryState;
  readonly receipt: string;
  readonly clockOffsetMs: number;
  readonly subjectId: string;
  /** The subject's key; undefined when it is still to be drawn, or when the subject was erased. */
  readonly subjectKey?: WrappedKey;
  /** Digest of the command that recorded it. */
  readonly recordedBy?: Uint8Array;
  /** Outcomes that were taken out, with the revision they had: one that comes back goes on counting from there. */
  readonly voided: ReadonlyMap<string, number>;
  /** The last content that this slice brought, undefined when it brought none. */
  readonly content?: EntryContent;
  readonly consents: readonly { readonly version: number; readonly content: EntryContent }[];
  readonly reviews: readonly DatedReview[];
  /** Why this slice put it into quarantine. */
  readonly quarantine?: Quarantine;
  /** The citizen took the consent back in this slice. */
  readonly erased?: true;
};

export type DatedReview = { readonly review: Review; readonly version: number; readonly from: EntryState; readonly to: EntryState };
