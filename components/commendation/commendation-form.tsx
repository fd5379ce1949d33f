import { DenseButton } from "@/components/ui/dense-button";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { commendationTexts as texts } from "@/lib/text/desk-commendation";

type Unit = { readonly id: string; readonly name: string };
type Props = { readonly unit: Unit; readonly below: readonly Unit[]; readonly from: LocalDate; readonly through: LocalDate; readonly today: LocalDate };

/** Which unit, and which days. Works without JavaScript. */
export function CommendationForm({ unit, below, from, through, today }: Props) {
  return (
    <form action="/desk/commendation" className="commendation-form no-print">
      <label>
        {texts.unit}
        <select name="unit" defaultValue={unit.id} key={unit.id}>
          {[unit, ...below].map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label>{texts.from}<input type="date" name="from" required defaultValue={from} max={today} key={from} /></label>
      <label>{texts.to}<input type="date" name="to" required defaultValue={through} max={today} key={through} /></label>
      <DenseButton type="submit">{texts.show}</DenseButton>
    </form>
  );
}
