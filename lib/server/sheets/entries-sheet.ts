import "server-only";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { CountedOutcomes, NumberQuery } from "@/lib/protocol/dashboard";
import type { SheetTable } from "@/lib/protocol/sheets";
import { numberQueryOf } from "@/lib/server/unit-numbers/number-query";
import { readAllCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { unitEntries } from "@/lib/text/desk-dashboard";
import { evidenceStates } from "@/lib/text/evidence";
import { formatCount } from "@/lib/text/moment";
import { outcomeNames } from "@/lib/text/outcomes";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { rowTexts } from "@/lib/text/register-rows";
import { reviewStates } from "@/lib/text/states";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

/** The outcomes behind a number, without any name: /desk/entries. */
export const readEntriesSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const query = numberQueryOf(parameters);
  const counted = query && (await readAllCountedOutcomes(actor, query, now));
  return query && counted && { fileName: sheetTexts.fileNames.entries(query.through), orientation: "landscape", tables: [entriesTable(counted, query)] };
};

function entriesTable({ unitName, count, outcomes, next }: CountedOutcomes, { indicator, stage, first, through, asOf }: NumberQuery): SheetTable {
  const days = first ? unitEntries.period(formatDate(first), formatDate(through)) : unitEntries.until(formatDate(through));
  return {
    name: unitEntries.tab,
    title: unitName,
    about: [
      `${unitEntries.summary(formatCount(count), unitEntries.stages[stage], indicator ? reportIndicatorNames[indicator].short : unitEntries.anyIndicator)}, ${days}`,
      ...(asOf ? [unitEntries.ofDay(formatDate(asOf))] : []),
    ],
    columns: [
      { head: unitEntries.day, kind: "day", width: 12 }, { head: unitEntries.receipt, kind: "text", width: 12 }, { head: unitEntries.outcome, kind: "text", width: 26 },
      { head: unitEntries.service, kind: "text", width: 40 }, { head: unitEntries.quantity, kind: "count", width: 10 }, { head: unitEntries.unit, kind: "text", width: 30 },
      { head: unitEntries.state, kind: "text", width: 16 }, { head: unitEntries.evidence, kind: "text", width: 28 }, { head: unitEntries.since, kind: "day", width: 12 },
    ],
    rows: outcomes.map(({ happenedOn, receipt, kind, serviceName, quantity, unitName: unit, status, standing, since }) => [
      happenedOn, receipt, outcomeNames[kind].short, serviceName ?? null, quantity, unit, reviewStates[status].short, standing ? evidenceStates[standing].full : null, since ? localDateOf(since) : null,
    ]),
    totals: [[null, sheetTexts.total, null, null, outcomes.reduce((sum, { quantity }) => sum + quantity, 0), null, null, null, null]],
    ...(next ? { notes: [rowTexts.first(formatCount(outcomes.length), formatCount(count))] } : {}),
  };
}
