import type { DataParagraphKey, PersonParagraphKey } from "./monthly-report";
import type { ReportIndicator, ReportLine } from "./report-table";

/**
 * A report as it is read, in order: letterhead, title, body, ending, annexes. Paper, workbook and screen render the
 * same one; nothing is composed anywhere else. Texts are plain, without marks.
 */
export type ReportDocument = {
  readonly letterhead: {
    /** `UBND TỈNH BÌNH ĐỊNH` above `VĂN PHÒNG`. */
    readonly authority: string;
    readonly office: string;
    /** `Số:        /BC-VPUBND`, with a gap where the number isn't given yet. */
    readonly number: string;
    /** Quốc hiệu and tiêu ngữ; the name of the Union alone on documents of its bodies. */
    readonly country: string;
    readonly motto?: string | undefined;
    readonly placeAndDay: string;
  };
  /** `BÁO CÁO`, and below it what it is about, line by line. */
  readonly title: string;
  readonly subject: readonly string[];
  /** `Kính gửi: …` */
  readonly addressee: string;
  readonly body: readonly ReportBlock[];
  readonly ending: {
    /** Below `Nơi nhận:`, one line each. */
    readonly recipientsHead: string;
    readonly recipients: readonly string[];
    /** Who signs: offices first, the name last. */
    readonly signer: readonly string[];
  };
  readonly annexes: readonly Annex[];
};

/**
 * A person's paragraph is there also where nothing is written yet: its text is empty then and paper leaves it out.
 * Line ends part paragraphs: `linesOf`.
 */
export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly key: DataParagraphKey; readonly origin: "data"; readonly text: string }
  | { readonly kind: "paragraph"; readonly key: PersonParagraphKey; readonly origin: "person"; readonly text: string; readonly carried: boolean };

/** A table of the annexes, ready to be drawn: head rows, the row of column numbers, rows, totals, notes. */
export type Annex = {
  readonly key: "annex1" | "annex2";
  /** `PHỤ LỤC 1` */
  readonly label: string;
  readonly title: readonly string[];
  /** `(Kèm theo Báo cáo số …)` */
  readonly attachedTo: string;
  readonly columns: readonly AnnexColumn[];
  /** Cells that another one reaches into are left out, as in HTML. */
  readonly head: readonly (readonly AnnexHeadCell[])[];
  readonly columnNumbers: readonly AnnexHeadCell[];
  readonly rows: readonly AnnexRow[];
  readonly totals: readonly AnnexRow[];
  readonly notesHead: string;
  readonly notes: readonly string[];
};

/** `width`: in characters of the workbook, and a share of the page elsewhere. */
export type AnnexColumn = { readonly kind: "ordinal" | "name" | "number"; readonly width: number };
export type AnnexHeadCell = { readonly text: string; readonly columns: number; readonly rows: number };

export type AnnexRow = {
  /** `achieved`: the total as a share of the target. */
  readonly of: ReportLine["place"] | { readonly kind: "total" | "achieved" };
  readonly cells: readonly AnnexCell[];
};

/** `text` is what is printed; `says` is which number of the line it is, for those who open it. */
export type AnnexCell = {
  readonly text: string;
  readonly value: AnnexValue;
  readonly says?: { readonly indicator: ReportIndicator; readonly what: "target" | "now" | "before" | "change" } | undefined;
};

/** `percent`: 40 for 40 %. `unknown`: nobody can say, which is not zero. */
export type AnnexValue =
  | { readonly kind: "text" }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "ratio"; readonly part: number; readonly whole: number }
  | { readonly kind: "unknown" };

/** The paragraphs of a text; empty lines part nothing. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
