import { periodKinds, type PeriodKind } from "@/lib/domain/time/period";
import { resultsText } from "@/lib/text/results";

/** Day, week or month, in one row. */
export function PeriodChoice({ kind, onChange }: { readonly kind: PeriodKind; readonly onChange: (kind: PeriodKind) => void }) {
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">{resultsText.period}</legend>
      <div className="flex flex-wrap gap-1 rounded-field bg-sunken p-1 sunlight:border-2">
        {periodKinds.map((option) => {
          const on = option === kind;
          return (
            <label
              key={option}
              className={`grid min-h-12 flex-1 cursor-pointer place-items-center rounded-field px-1 font-semibold has-focus-visible:outline-3 has-focus-visible:outline-brand ${on ? "bg-surface text-ink shadow-raised ring-1 ring-line sunlight:bg-brand sunlight:text-on-brand" : "text-ink-2"}`}
            >
              <input type="radio" name="period" checked={on} onChange={() => onChange(option)} className="sr-only" />
              {resultsText.kinds[option]}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
