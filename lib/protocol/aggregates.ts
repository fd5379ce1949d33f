import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { stages } from "../domain/report/indicator";
import { countIndicators, ratioIndicators, reportIndicators } from "../domain/report/report-table";
import { waitingStandings } from "./dashboard";
import { protocolMarker } from "./version";

/**
 * GET /api/aggregates…: sums for programs of others, such as the operations centre. No personal data: units by name,
 * everything else is numbers. The document at /api/aggregates/openapi.json is made from these schemas.
 */

/** A day in Vietnam. Not the domain's own schema: a program reads the pattern in the document. */
const Day = z.iso.date();
const says = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema => schema.check(z.describe(description)) as Schema;
const envelope = { marker: z.literal(protocolMarker), protocol: z.int() };

export const AggregateIndicator = z.enum(reportIndicators);
/** A share of organisations of the year is not a sum of months. */
export const SeriesIndicator = z.enum(reportIndicators.filter((code) => code !== "active_organisations"));

const point = {
  through: says(z.optional(Day), "Last day of activity, included. Yesterday unless given."),
  asOf: says(z.optional(Day), "With decisions until the end of this day; yesterday at the latest, and unless given."),
  first: says(z.optional(Day), "First day of activity, included. Cumulative from the beginning of each indicator's window unless given."),
  treeOn: says(z.optional(Day), "Rows are the units of this day's tree; of the day `through` unless given."),
};

export const AggregateReportQuery = z.strictObject({
  unit: says(z.optional(Uuid), "Id of a unit; the province unless given."),
  ...point,
  previousThrough: says(z.optional(Day), "Asks for the same numbers at another point beside: its last day."),
  previousAsOf: says(z.optional(Day), "As of when the other point is drawn; `previousThrough` unless given."),
  previousFirst: says(z.optional(Day), "First day of the other point."),
});
export type AggregateReportQuery = z.infer<typeof AggregateReportQuery>;

export const AggregateSeriesQuery = z.strictObject({
  unit: says(z.optional(Uuid), "Id of a unit; the province unless given."),
  indicator: says(SeriesIndicator, "Code of one indicator."),
  ...point,
  first: says(z.optional(Day), "First day of activity, included; the first of January of the last day's year unless given."),
});
export type AggregateSeriesQuery = z.infer<typeof AggregateSeriesQuery>;

const Unit = z.object({ id: Uuid, name: z.string(), kind: z.enum(["province", "directUnit", "grassroots", "team"]) });
const Point = z.object({ first: z.optional(Day), through: Day, asOf: Day });
const Place = says(
  z.discriminatedUnion("kind", [z.object({ kind: z.literal("unit"), id: Uuid, name: z.string() }), z.object({ kind: z.enum(["own", "residual"]) })]),
  "`own`: recorded for the unit of the answer itself. `residual`: of bodies that have no place in the tree asked for. With both the rows add up to the total.",
);
const Count = says(z.object({ recorded: z.int(), confirmed: z.int(), matched: z.int() }), "Recorded by volunteers, of them confirmed by leaders, of them matched with evidence.");
const Share = says(z.nullable(z.object({ part: z.int(), whole: z.int() })), "null where the registers don't say.");
const Cells = z.object({ counts: z.record(z.enum(countIndicators), Count), ratios: z.record(z.enum(ratioIndicators), Share) });
const Since = says(z.optional(z.string()), "Since when the oldest of them waits; an instant.");
const Waiting = says(
  z.partialRecord(z.enum(countIndicators), z.partialRecord(z.enum(waitingStandings), z.object({ count: z.int(), oldest: Since }))),
  "Confirmed, and the evidence is not there yet: for the police, for an officer, for the register. At the end of `asOf`, and never part of `matched`; what is 0 is left out.");
const OnPhones = says(
  z.object({ phones: z.int(), entries: z.int(), oldest: Since }),
  "What phones said last that they still hold: in none of the counts. As of now. A phone that two units share is one phone of the total.");
const Line = z.object({
  place: Place,
  members: says(z.int(), "Members of the Union on the last day."),
  cells: Cells,
  previous: says(z.optional(Cells), "The same at the other point, where one was asked for."),
  waiting: Waiting,
  onPhones: OnPhones,
  targets: says(z.partialRecord(AggregateIndicator, z.number()), "Of the year of the last day; percent for shares. The total's are its own, not a sum."),
});
const provisional = says(z.boolean(), "The last day is in no closed period yet: the numbers may still change without a correction.");

/** GET /api/aggregates/report */
export const AggregateReport = z.object({
  ...envelope, unit: Unit, point: Point, previousPoint: z.optional(Point), treeOn: Day, provisional, total: Line, lines: z.array(Line),
});
export type AggregateReport = z.infer<typeof AggregateReport>;

const MonthCounts = says(
  z.partialRecord(z.enum([...stages, "part", "whole"]), z.int()), "By stage, or `part` and `whole` of a share; what is 0 is left out. A share of people says by how many it changed.");

/** GET /api/aggregates/series */
export const AggregateSeries = z.object({
  ...envelope, unit: Unit, indicator: SeriesIndicator, first: Day, through: Day, asOf: Day, treeOn: Day, provisional,
  lines: z.array(z.object({
    place: Place,
    months: z.array(z.object({ month: says(Day, "First day of the month; the first and the last month may be cut by the days asked for."), counts: MonthCounts })),
  })),
});
export type AggregateSeries = z.infer<typeof AggregateSeries>;

/** Nothing can be said of what there is. */
export const AggregateQuery = z.strictObject({});

/** GET /api/aggregates */
export const AggregateIndex = z.object({
  ...envelope,
  unit: Unit,
  indicators: z.array(z.object({ code: AggregateIndicator, number: says(z.int(), "In the scheme's own order, 1–14."), kind: z.enum(["count", "share"]) })),
  units: says(z.array(z.object({ id: Uuid, name: z.string() })), "Directly below the province today; any unit at or below them can be asked for."),
  newest: says(Day, "The newest day that `asOf` may be."),
  closedThrough: says(z.optional(Day), "Last day of the newest closed period; absent where none is closed."),
  answers: says(z.array(z.string()), "Addresses of what can be read, and of their description."),
});
export type AggregateIndex = z.infer<typeof AggregateIndex>;
