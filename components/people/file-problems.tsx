import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { PeopleFilePlan } from "@/lib/protocol/people";
import { formatCount } from "@/lib/text/moment";
import { peopleFileTexts as texts } from "@/lib/text/people-file";
import { refusals } from "@/lib/text/refusals";

/** Cells of a file that can't be taken, as Excel names them, with what stands there and why not. */
export function FileProblems({ plan: { problems, problemCount } }: { readonly plan: PeopleFilePlan }) {
  return (
    <TablePanel
      title={texts.problems(formatCount(problemCount))} className="people-problems"
      below={<p className="panel-note desk-dense">{problemCount > problems.length && `${texts.more(formatCount(problemCount - problems.length))}. `}{texts.problemsNote}</p>}
    >
      <TableHead columns={[{ number: texts.row }, texts.column, texts.cell, texts.why]} />
      <tbody>
        {problems.map(({ row, field, column, text, code }) => (
          <tr key={`${row} ${field} ${code}`}>
            <td className="num">{row}</td>
            <td className="whitespace-nowrap">{`${column} ${texts.fields[field]}`.trim()}</td>
            <td className="people-wrong">{text === "" ? <span className="text-ink-2">{texts.empty}</span> : text}</td>
            <td>{refusals[code]}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
