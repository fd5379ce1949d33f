import { TableHead } from "@/components/ui/table-head";
import type { TableDifference } from "@/lib/domain/report/table-differences";
import { reportTexts } from "@/lib/text/desk-reports";
import { formatCount } from "@/lib/text/moment";
import { cellText, placeText, toldText } from "./tell-difference";

const { differences: texts } = reportTexts;

/** Cells that say something else than they did; the first ones, and how many more there are. */
export function DifferencesTable({ differences, most, name }: { readonly differences: readonly TableDifference[]; readonly most: number; readonly name: string }) {
  return (
    <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
      <table className="desk-table">
        <TableHead columns={[texts.place, texts.cell, { number: texts.then }, { number: texts.since }]} />
        <tbody>
          {differences.slice(0, most).map((difference, index) => (
            <tr key={index}>
              <th scope="row" className="row-name">{placeText(difference.place)}</th>
              <td>{cellText(difference)}</td>
              <td className="num">{toldText(difference.then)}</td>
              <td className="num">{toldText(difference.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > most && <p className="p-2 desk-dense text-ink-2">{texts.more(formatCount(differences.length - most))}</p>}
    </div>
  );
}
