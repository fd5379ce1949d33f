import { useId } from "react";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { memberPeople, type MemberOptions, type MemberPeople } from "@/lib/protocol/members";
import { memberImportTexts as texts } from "@/lib/text/desk-members";

type Props = {
  readonly fileName: string;
  readonly sheets: readonly string[];
  readonly sheet: string | undefined;
  readonly busy: boolean;
  readonly today: LocalDate;
  readonly options: MemberOptions;
  onSheet(sheet: string): void;
  onOptions(options: MemberOptions): void;
};

/** Whom the file lists, on which day it was true, and whether nobody is missing from it. */
export function MemberMeaning({ fileName, sheets, sheet, busy, today, options, onSheet, onOptions }: Props) {
  const id = useId();
  return (
    <section className="desk-panel member-meaning" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="desk-head">{`${texts.meaning}: ${fileName}`}</h2>
      {sheets.length > 1 && (
        <div>
          <label>{texts.sheet}
            <select disabled={busy} value={sheet ?? ""} onChange={(event) => onSheet(event.target.value)}>
              {sheet === undefined && <option value="" />}
              {sheets.map((name) => <option key={name}>{name}</option>)}
            </select>
          </label>
        </div>
      )}
      <div>
        <label>{texts.people}
          <select value={options.people} onChange={(event) => onOptions({ ...options, people: event.target.value as MemberPeople })}>
            {memberPeople.map((people) => <option key={people} value={people}>{texts.peopleNames[people]}</option>)}
          </select>
        </label>
      </div>
      <div>
        <label>{texts.asOf}
          <input type="date" required max={today} value={options.asOf} aria-describedby={`${id}-day`} onChange={(event) => onOptions({ ...options, asOf: event.target.value as LocalDate })} />
        </label>
        <span id={`${id}-day`} className="text-ink-2">{texts.asOfHint}</span>
      </div>
      <div>
        <label>
          <input type="checkbox" checked={options.complete} aria-describedby={`${id}-complete`} onChange={(event) => onOptions({ ...options, complete: event.target.checked })} />
          {texts.complete}
        </label>
        <span id={`${id}-complete`} className="text-ink-2">{texts.completeHint}</span>
      </div>
    </section>
  );
}
