import { DenseButton } from "@/components/ui/dense-button";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import { targetTexts } from "@/lib/text/desk-targets";
import { reportIndicatorNames } from "@/lib/text/report-indicators";

type Props = {
  readonly unitId: string;
  readonly year: number;
  readonly years: readonly number[];
  /** Where one indicator can be asked for: those there are, and the one asked for. */
  readonly indicators?: { readonly all: readonly ReportIndicator[]; readonly asked: ReportIndicator | undefined };
};

/** Which year is looked at; works without scripts. */
export function YearForm({ unitId, year, years, indicators }: Props) {
  return (
    <form className="target-form" key={`${year} ${indicators?.asked}`}>
      <input type="hidden" name="unit" value={unitId} />
      <label>{targetTexts.year}<select name="year" defaultValue={year}>{years.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
      {indicators && (
        <label>
          {targetTexts.indicator}
          <select name="indicator" defaultValue={indicators.asked ?? ""}>
            <option value="">{targetTexts.allIndicators}</option>
            {indicators.all.map((one) => <option key={one} value={one}>{`${reportIndicatorNames[one].number}. ${reportIndicatorNames[one].short}`}</option>)}
          </select>
        </label>
      )}
      <DenseButton type="submit">{targetTexts.show}</DenseButton>
    </form>
  );
}
