import { windowKindOf, type ReportWindow } from "@/lib/domain/report/report-window";
import { addDays, formatDate, partsOfDate } from "@/lib/domain/time/local-date";
import { dashboardTexts } from "@/lib/text/desk-dashboard";

const texts = dashboardTexts.window;

/** "luỹ kế đến 31/08/2023", "tháng 8/2023", "quý 3/2023, đến 15/08/2023". */
export function windowWords(window: ReportWindow): string {
  const { first, through } = window;
  if (!first) return texts.cumulative(formatDate(through));
  const [year, day] = [through.slice(0, 4), formatDate(through)];
  const { month } = partsOfDate(through);
  const endsMonth = partsOfDate(addDays(through, 1)).day === 1;
  switch (windowKindOf(window)) {
    case "month": return endsMonth ? texts.wholeMonth(month, year) : texts.partMonth(month, year, day);
    case "quarter": return endsMonth && month % 3 === 0 ? texts.wholeQuarter(quarterOf(month), year) : texts.partQuarter(quarterOf(month), year, day);
    case "year": return endsMonth && month === 12 ? texts.wholeYear(year) : texts.partYear(year, day);
    case "scheme":
    case "days": return texts.days(formatDate(first), day);
  }
}

/** As it stands at the beginning of a label. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}
