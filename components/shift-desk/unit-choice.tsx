import { DenseButton } from "@/components/ui/dense-button";

type Props = {
  readonly action: string;
  readonly label: string;
  readonly show: string;
  readonly unit: { readonly id: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** What else the address says. */
  readonly keep: Readonly<Record<string, string>>;
};

/** Which of several units; works without JavaScript. */
export function UnitChoice({ action, label, show, unit, units, keep }: Props) {
  if (units.length < 2) return null;
  return (
    <form action={action} className="shift-unit">
      {Object.entries(keep).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <label>
        {label}
        <select name="unit" defaultValue={unit.id} key={unit.id}>
          {units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <DenseButton type="submit">{show}</DenseButton>
    </form>
  );
}
