import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import type { EntryIndicator, Stage } from "../domain/report/indicator";
import { LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/** POST /api/periods, for the province verifier: closes the days from–through for good. */
export const ClosePeriod = z.strictObject({ id: Uuid, from: LocalDate, through: LocalDate });
export type ClosePeriod = z.infer<typeof ClosePeriod>;

export const PeriodClosed = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), id: Uuid });

/** What the server hands to the desk's pages. */
export type ClosedPeriod = {
  readonly id: string;
  readonly from: LocalDate;
  readonly through: LocalDate;
  /** Decisions until the end of this day are in; later ones are corrections. */
  readonly asOf: LocalDate;
  readonly closedAt: string;
  readonly closedBy: string;
};

/** As closed, and by how much later decisions correct it. */
export type CorrectedNumber = { readonly closed: number; readonly correction: number };
export type CorrectedNumbers = Record<EntryIndicator, Record<Stage, CorrectedNumber>>;

export type PeriodNumbers = {
  readonly period: ClosedPeriod;
  readonly unit: { readonly id: string; readonly name: string };
  /** From the highest unit of the person down to the one above this. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  readonly total: CorrectedNumbers;
  readonly children: readonly { readonly id: string; readonly name: string; readonly numbers: CorrectedNumbers }[];
  /** What the unit itself recorded, not through one below. */
  readonly direct: CorrectedNumbers;
};
