import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { TargetFilePlan } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** Cells of a file that can't be taken, as Excel names them. */
export function FileProblems({ plan: { problems, problemCount } }: { readonly plan: TargetFilePlan }) {
  return (
    <TablePanel
      title={targetTexts.problems(formatCount(problemCount))}
      below={<p className="panel-note desk-dense">{problemCount > problems.length && `${targetTexts.moreProblems(formatCount(problemCount - problems.length))}. `}{targetTexts.problemsNote}</p>}
    >
      <TableHead columns={[{ number: targetTexts.row }, targetTexts.column, targetTexts.why]} />
      <tbody>
        {problems.map(({ row, column, code }) => (
          <tr key={`${row} ${column}`}>
            <td className="num">{row}</td>
            <td>{column}</td>
            <td>{refusals[code]}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
