"use client";

import { X } from "lucide-react";
import { useState } from "react";
import type { RuleUnit } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";

type Props = { readonly initial: readonly string[]; readonly units: readonly RuleUnit[]; readonly onChange: (unitIds: string[]) => void };

/** Units are added one by one and can be taken out again. */
export function UnitChoice({ initial, units, onChange }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>(initial);
  const set = (unitIds: string[]) => {
    setChosen(unitIds);
    onChange(unitIds);
  };
  const groups = [...new Set(units.map(({ groupName }) => groupName))];
  return (
    <div className="rule-units">
      <label className="rule-field">
        {ruleTexts.addUnit}
        <select value="" onChange={({ target }) => target.value && set([...chosen, target.value])}>
          <option value="">{ruleTexts.chooseUnit}</option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {units.filter(({ id, groupName }) => groupName === group && !chosen.includes(id)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      <ul aria-label={ruleTexts.unitsField}>
        {chosen.map((id) => {
          const name = units.find((unit) => unit.id === id)?.name ?? id;
          return (
            <li key={id}>
              {name}
              <button type="button" aria-label={ruleTexts.removeUnit(name)} onClick={() => set(chosen.filter((one) => one !== id))}><X aria-hidden size={16} /></button>
            </li>
          );
        })}
      </ul>
      {chosen.length === 0 && <p className="desk-dense text-ink-2">{ruleTexts.noUnits}</p>}
    </div>
  );
}
