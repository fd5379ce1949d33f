import { isRatio, type ReportIndicator } from "@/lib/domain/report/report-table";
import { NumberLink } from "./number-link";
import { valueWords } from "./number-words";
import { ShareLink } from "./share-link";

type Props = Pick<Parameters<typeof ShareLink>[0], "dashboard"> & {
  readonly indicator: ReportIndicator;
  readonly value: Parameters<typeof valueWords>[0];
  readonly words?: string;
};

/** What counts of an indicator for the whole unit, matched or as a share: it opens what is behind it. */
export function ValueLink({ dashboard, indicator, value, words = valueWords(value) }: Props) {
  const of = dashboard.table.unit;
  if (value === undefined) return words;
  if (isRatio(indicator)) return <ShareLink words={words} of={of} indicator={indicator} dashboard={dashboard} />;
  return <NumberLink value={typeof value === "number" ? value : 0} of={of} indicator={indicator} stage="matched" dashboard={dashboard} words={words} />;
}
