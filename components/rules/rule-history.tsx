import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { RuleHistoryRow } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { formatCount, momentText } from "@/lib/text/moment";
import { nameOfRule, wordsOf } from "./rule-words";
import { undoHref } from "./rules-href";

type Props = { readonly history: readonly RuleHistoryRow[]; readonly unitNames: ReadonlyMap<string, string> };

/** Who changed what, when, and how much it moved. */
export function RuleHistory({ history, unitNames }: Props) {
  return (
    <TablePanel title={ruleTexts.history} className="rule-list" none={history.length === 0 && ruleTexts.historyNone}>
      <TableHead columns={[ruleTexts.when, ruleTexts.who, ruleTexts.what, { number: ruleTexts.moved }, { unseen: ruleTexts.undo }]} />
      <tbody>
        {history.map(({ id, at, name, before, after, changedCount, isUndo, canUndo }) => (
          <tr key={id}>
            <td className="whitespace-nowrap tabular-nums">{momentText(at)}</td>
            <td>{name}</td>
            <th scope="row" className="row-name">
              {`${nameOfRule(after)} ${isUndo ? ruleTexts.undone : ""}`}
              <span className="rule-moved">{ruleTexts.fromTill(wordsOf(before, unitNames), wordsOf(after, unitNames))}</span>
            </th>
            <td className="num">{formatCount(changedCount)}</td>
            <td className="num">{canUndo && !isUndo && <Link className={denseButtonClass()} href={undoHref(id)} aria-label={`${ruleTexts.undo}: ${nameOfRule(after)}`}>{ruleTexts.undo}</Link>}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
