import "server-only";
import type { SheetFormat, SheetTable } from "@/lib/protocol/sheets";
import type { Person } from "@/lib/server/auth/person";

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
