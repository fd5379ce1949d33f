import * as z from "zod/mini";
import type { LocalDate } from "../time/local-date";
import type { Ratio } from "./register-indicators";
import { annexIndicators, type AnnexIndicator, type ReportTable } from "./report-table";

/**
 * What people write in a report, between what is drawn from the data. Several lines are several paragraphs.
 * `remark.…` follows the paragraph of an indicator; the last two stand at the end, one line each.
 */
export const personParagraphKeys = [
  "basis",
  ...annexIndicators.map((indicator) => `remark.${indicator}` as const),
  "strengths",
  "limits",
  "proposals",
  "recipients",
  "signer",
] as const;
export type PersonParagraphKey = (typeof personParagraphKeys)[number];

export const PersonParagraph = z.object({
  text: z.string().check(z.trim(), z.maxLength(20_000, "tooLong")),
  /** Brought from the report before and not looked at since. */
  carried: z.optional(z.boolean()),
});
export type PersonParagraph = z.infer<typeof PersonParagraph>;

/** A key that nobody wrote under is absent: nothing stands there. */
export const ReportParagraphs = z.partialRecord(z.enum(personParagraphKeys), PersonParagraph);
export type ReportParagraphs = z.infer<typeof ReportParagraphs>;

/** Composed from the data, and never typed. */
export type DataParagraphKey = "scope" | `indicator.${AnnexIndicator}` | "annexes" | "context.accounts" | "context.dossiers" | "corrections" | "backlog.police" | "backlog.register" | "backlog.officer" | "backlog.review" | "backlog.phones" | "closing";

/** Number and day are given when a report is published; until then both are left open on paper. */
export type ReportHeading = {
  readonly number?: string | undefined;
  readonly date?: LocalDate | undefined;
  /** `Bình Định`: where the document is signed, and whose province it is. */
  readonly place: string;
};

/** The province's own numbers, from the register. Absent where it doesn't say. */
export type ReportContext = {
  /** First day of the scheme. */
  readonly schemeStart?: LocalDate | undefined;
  /** All accounts that citizens of the province made by the last day. */
  readonly accounts?: number | undefined;
  /** All dossiers received online in the window of indicator 5, and between the same days a year before. */
  readonly onlineDossiers?: { readonly first: LocalDate; readonly all: number; readonly yearBefore?: number | undefined } | undefined;
};

/** Outcomes that wait, and since when the oldest of them does. */
export type Waiting = { readonly open: number; readonly oldest?: LocalDate | undefined };

/** What the numbers do not hold yet. It is told in every report, also where it is nothing. */
export type ReportBacklog = {
  /** Confirmed by the leader; the police has neither said yes nor no. */
  readonly police: { readonly vneid: Waiting; readonly households: Waiting };
  /** Confirmed, and the province's register does not know of them. Absent from reports of before this was told. */
  readonly register?: { readonly accounts: Waiting; readonly dossiers: Waiting } | undefined;
  /** Confirmed by the leader, not yet looked at by the unit's officer. Absent from reports of before this was told. */
  readonly officer?: { readonly articles: Waiting } | undefined;
  /** Entries that no leader has decided about. */
  readonly review: Waiting;
  /** Entries that phones said they still hold. */
  readonly phones: Waiting & { readonly phones: number };
};

/**
 * What the published report before said of its own point, and what is known of that point now. Indicators that say the
 * same are left out.
 */
export type ReportCorrections = {
  readonly number?: string | undefined;
  readonly through: LocalDate;
  readonly changes: readonly { readonly indicator: AnnexIndicator; readonly published: number | Ratio; readonly now: number | Ratio }[];
};

/** All that a monthly report says: the documents, the workbook and the screen are drawn from it alone. Plain JSON. */
export type MonthlyReportData = {
  /** With the point before in `previous`, cumulative. */
  readonly table: ReportTable;
  readonly context: ReportContext;
  readonly backlog: ReportBacklog;
  readonly paragraphs: ReportParagraphs;
  readonly heading: ReportHeading;
  /** Absent where no report was published before. */
  readonly corrections?: ReportCorrections | undefined;
  /** The days it speaks of are not closed yet: numbers may change without a correction. */
  readonly isProvisional?: boolean | undefined;
};
