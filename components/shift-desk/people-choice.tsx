"use client";
import { useState } from "react";
import { foldText } from "@/lib/domain/text/fold";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import type { NamedPerson } from "@/lib/protocol/shifts";
import { deskShifts } from "@/lib/text/desk-shifts";

const searchFrom = 12;

type Props = {
  readonly team: readonly NamedPerson[];
  /** Who is on the shift already, also when they left the team. */
  readonly others: readonly NamedPerson[];
  readonly chosen: readonly string[];
  readonly problem: ChangeProblem | undefined;
  readonly onChange: (chosen: string[]) => void;
};

/** The team by name; a big one can be searched, without accents too. */
export function PeopleChoice({ team, others, chosen, problem, onChange }: Props) {
  const [search, setSearch] = useState("");
  const people = [...team, ...others.filter(({ id }) => !team.some((person) => person.id === id))];
  const shown = people.filter(({ id, name }) => chosen.includes(id) || foldText(name).includes(foldText(search)));
  return (
    <fieldset>
      <legend className="desk-dense mb-1 font-semibold">{deskShifts.people}</legend>
      {people.length === 0 && <p className="desk-dense text-ink-2">{deskShifts.noPeople}</p>}
      {people.length >= searchFrom && (
        <input type="search" aria-label={deskShifts.people} value={search} onChange={(event) => setSearch(event.target.value)} className="mb-1 w-full" />
      )}
      <div className="shift-people">
        {shown.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-invalid={problem?.field === `personIds.${chosen.indexOf(id)}` || undefined}
              onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
