import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import { formatDate } from "@/lib/domain/time/local-date";
import type { RulesInForce } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { momentText } from "@/lib/text/moment";
import { changeHref } from "./rules-href";

/** What holds for all indicators, in plain words with its dates. */
export function GeneralRules({ rules }: { readonly rules: RulesInForce }) {
  const units = rules.unitsNotAllowed.map(({ name }) => name).join(", ");
  const rows = [
    ["schemeStart", ruleTexts.schemeStart(formatDate(rules.schemeStart))],
    ["futureTolerance", ruleTexts.futureTolerance(rules.futureTolerance)],
    ["unitsNotAllowed", units ? ruleTexts.unitsNotAllowed(units) : ruleTexts.noUnits],
  ] as const;
  return (
    <TablePanel title={ruleTexts.forAll} className="rule-list">
      <TableHead columns={[ruleTexts.rule, ruleTexts.says, ruleTexts.since, { unseen: ruleTexts.change }]} />
      <tbody>
        {rows.map(([rule, says]) => {
          const set = rules.setBy[rule];
          return (
            <tr key={rule}>
              <th scope="row" className="row-name">{ruleTexts.names[rule]}</th>
              <td className="rule-says">{says}</td>
              <td className="text-ink-2">{set ? ruleTexts.setBy(set.name, momentText(set.at)) : ruleTexts.withScheme}</td>
              <td className="num">
                <Link className={denseButtonClass()} href={changeHref(rule)} aria-label={ruleTexts.changeRule(ruleTexts.names[rule])}>{ruleTexts.change}</Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </TablePanel>
  );
}
