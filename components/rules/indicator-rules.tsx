import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { RulesInForce } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { indicatorNames } from "@/lib/text/outcomes";
import { evidenceWords, nameOfRule, windowWords } from "./rule-words";
import { changeHref } from "./rules-href";

/** From which day each indicator counts, and who says that it is true. */
export function IndicatorRules({ rules }: { readonly rules: RulesInForce }) {
  return (
    <TablePanel title={ruleTexts.forIndicators} className="rule-list">
      <TableHead columns={[ruleTexts.indicator, ruleTexts.names.windowFrom, ruleTexts.names.evidence]} />
      <tbody>
        {rules.indicators.map(({ indicator, windowFrom, evidence }) => (
          <tr key={indicator}>
            <th scope="row" className="row-name">{`${indicatorNames[indicator].number}. ${indicatorNames[indicator].full}`}</th>
            <RuleCell rule="windowFrom" indicator={indicator} says={windowWords(windowFrom)} />
            <RuleCell rule="evidence" indicator={indicator} says={evidenceWords(evidence)} />
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}

function RuleCell({ rule, indicator, says }: { readonly rule: "windowFrom" | "evidence"; readonly indicator: EntryIndicator; readonly says: readonly string[] }) {
  return (
    <td>
      <div className="rule-cell">
        <div>{says.map((line) => <p key={line}>{line}</p>)}</div>
        <Link className={denseButtonClass()} href={changeHref(rule, indicator)} aria-label={ruleTexts.changeRule(nameOfRule({ rule, indicator }))}>{ruleTexts.change}</Link>
      </div>
    </td>
  );
}
