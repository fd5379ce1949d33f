import "server-only";
import { ableShare, addSummaries, satisfiedShare, type SurveySummary } from "@/lib/domain/survey/survey-summary";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetRow, SheetTable } from "@/lib/protocol/sheets";
import type { PlaceResults, SurveyResults } from "@/lib/protocol/survey-results";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { readSurveyResults } from "@/lib/server/survey/read-survey-results";
import { resultsQueryOf } from "@/lib/server/survey/results-query";
import { deskSurvey } from "@/lib/text/desk-survey";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import { readIssuer } from "./read-issuer";
import type { SheetReader } from "./sheet";

const texts = sheetTexts.survey;

/** What citizens said at the person's places, by place and by month, never one by one: /desk/survey. */
export const readSurveySheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const [own] = supervisedUnits(actor);
  if (!own) return undefined;
  const { month } = resultsQueryOf(parameters, localDateOf(now));
  const read = await readSurveyResults(actor, month, now);
  const results = { ...read, places: [...read.places].sort((a, b) => vietnamese.compare(a.name, b.name)) };
  return {
    fileName: sheetTexts.fileNames.survey(month),
    orientation: "landscape",
    tables: [placesTable(results, now), monthsTable(results)],
    issuer: { ...(await readIssuer(actor, own)), signers: [sheetTexts.signers.made, sheetTexts.signers.unit] },
  };
};

const vietnamese = new Intl.Collator("vi", { numeric: true });
const count = (head: string, width = 11): SheetColumn => ({ head, kind: "count", width });
const share = (head: string): SheetColumn => ({ head, kind: "share", width: 11 });

/** Where there are too few to hide behind, the answers stay back here as on the page. */
export function placesTable({ places, months }: SurveyResults, now: string): SheetTable {
  const month = months.at(-1) ?? "";
  const { columns } = deskSurvey;
  const chosen = (place: PlaceResults): SurveySummary => place.byMonth.at(-1) ?? addSummaries([]);
  return {
    name: texts.tab,
    title: texts.title,
    about: [deskSurvey.resultsOf(deskSurvey.monthName(month)), sheetTexts.asOf(momentText(now))],
    columns: [
      { head: columns.place, kind: "text", width: 34 }, count(columns.count), count(columns.own), count(columns.counter), count(deskSurvey.mostInADay),
      count(texts.satisfied), count(texts.neutral), count(texts.unsatisfied), share(texts.satisfiedShare), share(texts.ableShare), count(columns.asked, 14),
    ],
    rows: places.map((place) => rowOf(place.name, chosen(place), place.mostInADay)),
    totals: [rowOf(deskSurvey.total, addSummaries(places.map(chosen)), null)],
    notes: [deskSurvey.tooFewNote, deskSurvey.channelNote],
  };
}

function rowOf(name: string, summary: SurveySummary, mostInADay: number | null): SheetRow {
  const { answers } = summary;
  return [
    name, summary.count, summary.channels.own, summary.channels.counter, mostInADay,
    answers?.satisfaction.satisfied ?? null, answers?.satisfaction.neutral ?? null, answers?.satisfaction.unsatisfied ?? null,
    satisfiedShare(summary) ?? null, ableShare(summary) ?? null, answers?.asked.yes ?? null,
  ];
}

function monthsTable({ places, months }: SurveyResults): SheetTable {
  return {
    name: texts.months,
    title: `${texts.title}: ${deskSurvey.byMonth.toLowerCase()}`,
    about: [deskSurvey.byMonthNote],
    columns: [
      { head: deskSurvey.columns.place, kind: "text", width: 34 },
      ...months.flatMap((month): SheetColumn[] => {
        const group = deskSurvey.monthName(month);
        return [{ head: texts.count, group, kind: "count", width: 9 }, { head: texts.share, group, kind: "share", width: 9 }];
      }),
    ],
    rows: places.map(({ name, byMonth }) => [name, ...byMonth.flatMap((summary) => [summary.count, satisfiedShare(summary) ?? null])]),
  };
}
