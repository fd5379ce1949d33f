import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { ruleTexts } from "@/lib/text/desk-rules";

/** What the scheme and the shape of things decide: shown, never changed here. */
export function FixedRules() {
  return (
    <TablePanel title={ruleTexts.fixed} className="rule-list">
      <TableHead columns={[ruleTexts.rule, ruleTexts.says]} />
      <tbody>
        {ruleTexts.fixedRules.map(({ name, says }) => (
          <tr key={name}>
            <th scope="row" className="row-name">{name}</th>
            <td className="rule-says">{says}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
