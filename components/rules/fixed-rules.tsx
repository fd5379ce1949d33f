import { TablePanel } from "@/components/ui/table-panel";
import { ruleTexts } from "@/lib/text/desk-rules";

/** What the scheme and the shape of things decide: shown, never changed here. */
export function FixedRules() {
  return (
    <TablePanel title={ruleTexts.fixed} className="rule-list">
      <thead>
        <tr>
          <th scope="col">{ruleTexts.rule}</th>
          <th scope="col">{ruleTexts.says}</th>
        </tr>
      </thead>
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
