import { Check } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import type { EvidenceFileSummary } from "@/lib/protocol/evidence";
import { policeFileTexts } from "@/lib/text/desk-police";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** What a file would do, and what of it can't be taken, cell by cell. */
export function FileSummary({
  fileName, summary, busy, onAccept, onBack,
}: {
  readonly fileName: string;
  readonly summary: EvidenceFileSummary;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}) {
  const { confirmed, refused, unchanged, undecided, problems, problemCount } = summary;
  const count = confirmed + refused;
  return (
    <>
      <h3 className="desk-body font-semibold">{policeFileTexts.preview}: {fileName}</h3>
      <p className="police-counts">
        <span>{policeFileTexts.willConfirm(formatCount(confirmed))}</span>
        <span>{policeFileTexts.willRefuse(formatCount(refused))}</span>
        {unchanged > 0 && <span>{policeFileTexts.unchanged(formatCount(unchanged))}</span>}
        {undecided > 0 && <span>{policeFileTexts.undecided(formatCount(undecided))}</span>}
        {problemCount > 0 && <span data-tone="warn">{policeFileTexts.problems(formatCount(problemCount))}</span>}
      </p>
      {problems.length > 0 && (
        <div className="table-scroll">
          <table className="desk-table police-backlog">
            <TableHead columns={[{ number: policeFileTexts.row }, policeFileTexts.column, policeFileTexts.why]} />
            <tbody>
              {problems.map(({ row, column, code }) => (
                <tr key={`${row}/${column}`}>
                  <td className="num">{row}</td>
                  <td>{column}</td>
                  <td>{refusals[code]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problemCount > problems.length && <p>{policeFileTexts.moreProblems(formatCount(problemCount - problems.length))}</p>}
      <div className="police-file-row">
        {count > 0
          ? <DenseButton look="main" disabled={busy} onClick={onAccept}><Check aria-hidden size={18} />{busy ? policeFileTexts.accepting : policeFileTexts.accept(formatCount(count))}</DenseButton>
          : <p>{policeFileTexts.nothing}</p>}
        <DenseButton disabled={busy} onClick={onBack}>{policeFileTexts.back}</DenseButton>
      </div>
    </>
  );
}
