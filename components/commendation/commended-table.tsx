import type { ReactNode } from "react";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { CommendationList } from "@/lib/domain/report/commendation";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { commendationReason, formatPerBase } from "@/lib/text/commendation-reason";
import { commendationTexts as texts } from "@/lib/text/desk-commendation";
import { formatCount } from "@/lib/text/moment";
import { WorkLink } from "./work-link";

type Props = {
  readonly of: "teams" | "people";
  readonly list: CommendationList;
  /** By which rule. */
  readonly rule: string;
  readonly download: ReactNode;
  /** Whose entries can be opened, and of which days. */
  readonly entries?: { readonly first: LocalDate; readonly through: LocalDate } | undefined;
};

const { columns } = texts;

/** Who stands out, best first, with the numbers and the reason for each. */
export function CommendedTable({ of, list, rule, download, entries }: Props) {
  const isPeople = of === "people";
  const counts = [formatCount(list.commended.length), formatCount(list.considered)] as const;
  return (
    <TablePanel
      title={texts[of]}
      aside={<><p className="desk-caption text-ink-2">{isPeople ? texts.peopleOf(...counts) : texts.teamsOf(...counts)}</p>{download}</>}
      className="commended"
      above={<p className="panel-note desk-dense">{rule}</p>}
      none={list.commended.length === 0 && (isPeople ? texts.noPerson : texts.noTeam)}
    >
      <TableHead columns={[
        { number: columns.number }, isPeople ? columns.person : columns.team, isPeople && columns.team,
        { number: columns.confirmed }, { number: columns.matched }, { number: columns.refuted },
        { number: isPeople ? columns.personBase : columns.teamBase },
        { number: isPeople ? columns.perDay : columns.perPerson }, columns.reason,
      ]} />
      <tbody>
        {list.commended.map((row, index) => (
          <tr key={row.id}>
            <td className="num">{index + 1}</td>
            <th scope="row" className="row-name font-semibold!">{row.name}</th>
            {isPeople && <td>{row.unitName}</td>}
            <td className="num"><WorkLink row={row} stage="confirmed" days={entries} /></td>
            <td className="num"><WorkLink row={row} stage="matched" days={entries} /></td>
            <td className="num"><WorkLink row={row} stage="refuted" days={entries} /></td>
            <td className="num">{formatCount(row.base)}</td>
            <td className="num font-semibold">{formatPerBase(row.perBase)}</td>
            <td>{commendationReason(row, list, isPeople ? texts.personUnit : texts.teamUnit)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
