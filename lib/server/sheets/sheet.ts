import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { SheetFormat } from "@/lib/protocol/sheets";
import type { Person } from "@/lib/server/auth/person";

/** `share`: 0.64 for 64 %; `rate`: the same with two decimals. `count` also stands for dong. */
export type SheetKind = "text" | "count" | "share" | "rate" | "day";

export type SheetColumn = {
  readonly head: string;
  /** Columns beside each other with the same group stand below one heading. */
  readonly group?: string;
  readonly kind: SheetKind;
  /** In characters. */
  readonly width: number;
};

/** Days as `YYYY-MM-DD`; null where there is nothing to say. */
export type SheetRow = readonly (string | number | LocalDate | null)[];

export type SheetTable = {
  /** On its tab. */
  readonly name: string;
  readonly title: string;
  /** Which days, as of when. */
  readonly about: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly totals?: readonly SheetRow[];
  readonly notes?: readonly string[];
};

/** Who issues it on paper, and who signs. */
export type SheetIssuer = {
  readonly superior?: string;
  readonly name: string;
  readonly isYouthUnion: boolean;
  readonly signers: readonly string[];
};

/** What a page shows, as a file: one tab each in a workbook; on paper the first table is the document. */
export type Sheet = {
  /** Without its ending. */
  readonly fileName: string;
  readonly orientation?: "portrait" | "landscape";
  readonly tables: readonly [SheetTable, ...SheetTable[]];
  /** Absent where there is no paper of it. */
  readonly issuer?: SheetIssuer;
};

export type SheetAsked = {
  readonly person: Person;
  /** As the page's address has them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly format: SheetFormat;
  readonly now: string;
};

/** Reads what the page reads, with the page's own rights: undefined for whoever may not see it. */
export type SheetReader = (asked: SheetAsked) => Promise<Sheet | undefined>;
