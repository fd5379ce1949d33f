import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { ReportParagraphs, type MonthlyReportData, type Waiting } from "../domain/report/monthly-report";
import type { EntryIndicator } from "../domain/report/indicator";
import type { ReportDocument } from "../domain/report/report-document";
import type { WindowKind } from "../domain/report/report-window";
import type { ReportPoint } from "../domain/report/report-table";
import type { TableDifference } from "../domain/report/table-differences";
import { LocalDate } from "../domain/time/local-date";
import type { WaitingStanding } from "./dashboard";
import { protocolMarker } from "./version";

/** What a report covers: everything since the start of the scheme, as the printed annexes do, or a part of a year. */
export const reportKinds = ["scheme", "month", "quarter", "year"] as const satisfies readonly WindowKind[];
export type ReportKind = (typeof reportKinds)[number];

/** What a report is compared with: the newest one published of an earlier day, or the month or quarter before. */
export const comparisons = ["published", "before"] as const;

const point = {
  kind: z.enum(reportKinds),
  through: LocalDate,
  /** Yesterday at the latest: a day that still runs is not known yet. */
  asOf: LocalDate,
  treeOn: LocalDate,
  compareWith: z.enum(comparisons),
};

/**
 * POST /api/reports, for the province verifier. `begin` with an id of one's own; the others with the version that was
 * read. `write` sends only what changed. What was published is never changed again: only `publish` of the same number
 * is answered once more.
 */
export const ReportAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("begin"), id: Uuid, ...point }),
  z.strictObject({ action: z.literal("write"), id: Uuid, expectedVersion: z.int(), paragraphs: ReportParagraphs }),
  z.strictObject({ action: z.literal("setPoint"), id: Uuid, expectedVersion: z.int(), ...point }),
  z.strictObject({ action: z.literal("publish"), id: Uuid, expectedVersion: z.int(), number: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)) }),
  z.strictObject({ action: z.literal("discard"), id: Uuid, expectedVersion: z.int() }),
]);
export type ReportAction = z.infer<typeof ReportAction>;
export type PointAsked = Pick<Extract<ReportAction, { action: "begin" }>, keyof typeof point>;

export const ReportChanged = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), id: Uuid, version: z.int() });

/** GET /api/reports/<id>/docx and /xlsx ask nothing more. */
export const ReportFileQuery = z.object({});

/** What the server hands to the desk's pages. */
export type ReportSummary = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly unitName: string;
  readonly point: ReportPoint;
  readonly treeOn: LocalDate;
  readonly version: number;
  /** ISO, of the last change. */
  readonly changedAt: string;
  readonly createdBy: string;
  /** Absent for a draft. */
  readonly published?: Published;
};
/** `digest`: sha-256 of the snapshot as canonical JSON, hexadecimal. */
export type Published = { readonly number: string; readonly by: string; readonly at: string; readonly digest: string };

/** What an earlier report said and is said otherwise since, cell by cell. */
export type Corrections = { readonly reportId: string; readonly number: string; readonly point: ReportPoint; readonly differences: readonly TableDifference[] };

/** Frozen when a report is published; drawn from the data until then. */
export type ReportSnapshot = { readonly data: MonthlyReportData; readonly document: ReportDocument; readonly corrections?: Corrections | undefined };

/** What was confirmed and waited for its evidence at the end of the report's day, of the whole unit. */
export type WaitingSum = Waiting & { readonly indicator: EntryIndicator; readonly standing: WaitingStanding };

/** What whoever publishes should have seen before: nothing of it is hidden in the report either. */
export type ReportChecks = {
  readonly backlog: MonthlyReportData["backlog"];
  readonly waiting: readonly WaitingSum[];
  /** Units directly below of which nothing was recorded since the point that is compared with. */
  readonly silent: readonly string[];
  /** Whether the rows add up to the total, for every indicator and stage. */
  readonly sumsAgree: boolean;
  /** Whether the last day lies in a closed period; until then the numbers are provisional. */
  readonly isClosed: boolean;
  /** Paragraphs from the report before that nobody looked at. */
  readonly carried: number;
};

export type ReportView = ReportSummary & {
  readonly snapshot: ReportSnapshot;
  /** Whether a published snapshot still has the digest that was kept with it. */
  readonly intact: boolean;
  readonly unitId: string;
  readonly compareWith: (typeof comparisons)[number];
  /** Whether the person reads the entries behind the numbers. */
  readonly opensEntries: boolean;
  /** The same of the rows of registers behind a share. */
  readonly opensRows: boolean;
  /** Whether the person writes and publishes it. */
  readonly mayWrite: boolean;
  /** Nothing was published before: what stands there already is a usual beginning, and of no report. */
  readonly isFirst: boolean;
};
