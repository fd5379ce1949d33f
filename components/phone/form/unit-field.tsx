import { SelectField } from "@/components/ui/field";
import type { Phone } from "@/lib/phone/phone";
import { form } from "@/lib/text/form";

type Props = { readonly phone: Phone; readonly unitId: string; readonly amending: boolean; readonly onChange: (unitId: string) => void };

/** For which team: asked only of who records for several. An entry keeps its unit. */
export function UnitField({ phone, unitId, amending, onChange }: Props) {
  const { units } = phone.person.getSnapshot().briefing;
  if (units.length < 2) return null;
  return (
    <SelectField label={form.unit} value={unitId} disabled={amending} onChange={(event) => onChange(event.target.value)}>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
