import { TableHead } from "@/components/ui/table-head";
import { addDays, formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { AllowanceSheet, RateRow } from "@/lib/protocol/shifts";
import { deskAllowance as text, memberKindNames } from "@/lib/text/desk-shifts";
import { formatCount, momentText } from "@/lib/text/moment";
import { RateForm } from "./rate-form";

/** What a shift is worth: the rates in force or to come, those of before, and where one is set. */
export function RatesPanel({ sheet: { rates, unit, mayPlan }, today }: { readonly sheet: AllowanceSheet; readonly today: LocalDate }) {
  const current = rates.filter(({ validFrom, validTo }) => !validTo || (validTo > today && validTo > validFrom));
  const earlier = rates.filter((rate) => !current.includes(rate));
  return (
    <section className="desk-panel">
      <header className="panel-head">
        <h2 className="desk-head">{text.rates}</h2>
        <p className="desk-caption text-ink-2">{text.ratesNote}</p>
      </header>
      {current.length === 0 ? <p className="desk-dense px-3.5 pb-2 text-ink-2">{text.noRates}</p> : <Rates rates={current} />}
      {earlier.length > 0 && (
        <details className="shift-history">
          <summary>{text.history(earlier.length)}</summary>
          <Rates rates={earlier} />
        </details>
      )}
      {mayPlan && <RateForm unit={unit} today={today} />}
    </section>
  );
}

function Rates({ rates }: { readonly rates: readonly RateRow[] }) {
  return (
    <div className="shift-scroll px-1" role="region" aria-label={text.rates} tabIndex={0}>
      <table className="desk-table">
        <TableHead columns={[
          text.rateColumns.unit, text.rateColumns.kind, { number: text.rateColumns.amount }, { number: text.rateColumns.from },
          { number: text.rateColumns.to }, text.rateColumns.setBy,
        ]} />
        <tbody>
          {rates.map(({ id, unitName, memberKind, amount, validFrom, validTo, setByName, setAt }) => (
            <tr key={id}>
              <th scope="row" className="font-medium! text-ink!">{unitName}</th>
              <td>{memberKindNames[memberKind]}</td>
              <td className="num font-semibold">{formatCount(amount)}</td>
              <td className="num">{formatDate(validFrom)}</td>
              <td className="num">{endText(validFrom, validTo)}</td>
              <td>{setByName}, {momentText(setAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function endText(validFrom: LocalDate, validTo: LocalDate | undefined): string {
  if (!validTo) return "–";
  return validTo <= validFrom ? text.replaced : formatDate(addDays(validTo, -1));
}
