import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { memberChanges, type MemberPlan } from "@/lib/protocol/members";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { formatCount, formatDay } from "@/lib/text/moment";

type Props = { readonly plan: MemberPlan; readonly unreadCount: number; readonly isDone: boolean };

/** What a file changes: in numbers, by unit, and the first changes one by one. */
export function MemberPlanView({ plan: { counts, same, missing, unreadBefore, units, sample }, unreadCount, isDone }: Props) {
  const shown = memberChanges.filter((what) => counts[what] || what === "join" || what === "move" || what === "leave");
  return (
    <>
      <section className="desk-panel" aria-labelledby="member-plan">
        <header className="panel-head"><h2 id="member-plan" className="desk-head">{isDone ? texts.doneTitle : texts.planTitle}</h2></header>
        <dl className="member-counts">
          {shown.map((what) => <Count key={what} name={texts.changes[what]} count={counts[what] ?? 0} />)}
          <Count name={texts.same} count={same} />
          <Count name={texts.unread} count={unreadCount} />
        </dl>
        {missing > 0 && <p className="panel-note desk-dense">{texts.missingOnes(formatCount(missing))}</p>}
        {unreadBefore > 0 && <p className="panel-note desk-dense text-warn">{texts.unreadBefore(formatCount(unreadBefore))}</p>}
      </section>
      {units.length > 0 && (
        <TablePanel title={texts.byUnit}>
          <TableHead columns={[
            texts.unitColumns.unit, { number: texts.unitColumns.joins }, { number: texts.unitColumns.movedIn },
            { number: texts.unitColumns.movedOut }, { number: texts.unitColumns.leavers },
          ]} />
          <tbody>
            {units.map(({ unitId, name, joins, movedIn, movedOut, leavers }) => (
              <tr key={unitId}>
                <th scope="row" className="row-name">{name}</th>
                {[joins, movedIn, movedOut, leavers].map((count, index) => <td key={index} className="num">{count > 0 ? formatCount(count) : ""}</td>)}
              </tr>
            ))}
          </tbody>
        </TablePanel>
      )}
      {sample.length > 0 && (
        <TablePanel title={texts.list} aside={<p className="desk-caption text-ink-2">{texts.listFirst(formatCount(sample.length))}</p>}>
          <TableHead columns={Object.values(texts.listColumns)} />
          <tbody>
            {sample.map(({ what, lastFour, from, to, day }, index) => (
              <tr key={index}>
                <td>{texts.changes[what]}</td>
                <td className="tabular-nums">{`••••${lastFour}`}</td>
                <td>{from}</td>
                <td>{to}</td>
                <td className="tabular-nums">{formatDay(`${day}T00:00:00+07:00`)}</td>
              </tr>
            ))}
          </tbody>
        </TablePanel>
      )}
    </>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}
