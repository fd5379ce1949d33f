import type { ChosenUnit } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";

type Props = { readonly label: string; readonly units: readonly ChosenUnit[]; readonly value: string; readonly onChange: (unitId: string) => void };

/** One unit, under the name of what stands above it: namesakes are told apart. */
export function UnitSelect({ label, units, value, onChange }: Props) {
  const groups = [...new Set(units.map(({ groupName }) => groupName))];
  return (
    <label className="tree-field">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{texts.choose}</option>
        {groups.map((group) => {
          const options = units.filter(({ groupName }) => groupName === group).map(({ id, name }) => <option key={id} value={id}>{name}</option>);
          return group ? <optgroup key={group} label={group}>{options}</optgroup> : options;
        })}
      </select>
    </label>
  );
}
