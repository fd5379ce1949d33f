import { Plus } from "lucide-react";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PlannedShift, WeekPlan } from "@/lib/protocol/shifts";
import { deskShifts } from "@/lib/text/desk-shifts";
import { namedDay, shortDay } from "./day-text";
import type { Opened } from "./week-desk";

type Props = { readonly plan: WeekPlan; /** Absent for who may only look. */ readonly onOpen: ((opened: Opened) => void) | undefined };

/** Places × days. A shift says its hours and who is on it. */
export function WeekGrid({ plan, onOpen }: Props) {
  return (
    <section className="desk-panel shift-scroll" aria-label={deskShifts.week(shortDay(plan.days[0]!), shortDay(plan.days[6]!))} role="region" tabIndex={0}>
      <table className="desk-table shift-grid">
        <thead>
          <tr>
            <th scope="col">{deskShifts.place}</th>
            {plan.days.map((day, index) => (
              <th key={day} scope="col" aria-current={day === plan.today ? "date" : undefined}>
                {deskShifts.weekdays[index]} <span className="shift-date">{shortDay(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.places.map((place) => (
            <tr key={place.id}>
              <th scope="row">{place.name}</th>
              {plan.days.map((day) => (
                <Cell key={day} place={place} day={day} shifts={plan.shifts.filter((shift) => shift.placeId === place.id && shift.day === day)} onOpen={onOpen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = {
  readonly place: WeekPlan["places"][number];
  readonly day: LocalDate;
  readonly shifts: readonly PlannedShift[];
  readonly onOpen: Props["onOpen"];
};

function Cell({ place, day, shifts, onOpen }: CellProps) {
  return (
    <td>
      {shifts.map((shift) => {
        const people = shift.people.length === 0 ? deskShifts.nobody : shift.people.map(({ name }) => name).join(", ");
        const hours = deskShifts.hours(shift.startsAt, shift.endsAt);
        const content = (
          <>
            <b>{hours}</b>
            {shift.people.length === 0 && <span className="text-warn">{deskShifts.nobody}</span>}
            {shift.people.map(({ id, name }) => <span key={id}>{name}</span>)}
          </>
        );
        return onOpen ? (
          <button key={shift.id} type="button" className="shift-card" aria-label={deskShifts.edit(place.name, namedDay(day), hours, people)} onClick={() => onOpen({ placeId: place.id, day, shift })}>
            {content}
          </button>
        ) : (
          <div key={shift.id} className="shift-card">{content}</div>
        );
      })}
      {onOpen && (
        <button type="button" className="shift-add" aria-label={deskShifts.addAt(place.name, namedDay(day))} onClick={() => onOpen({ placeId: place.id, day })}>
          <Plus aria-hidden size={16} />
        </button>
      )}
    </td>
  );
}
