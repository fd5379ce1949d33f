"use client";
import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import type { Draft } from "./draft";

type Props = {
  readonly draft: Draft;
  readonly phone: Phone;
  readonly error: string | undefined;
  readonly onChange: (place: Draft["place"]) => void;
};

const text = helpSession.place;
const other = "other";

/** Which counter or point: one the unit keeps, or another by its name. At a citizen's home nothing is asked. */
export function PlaceName({ draft: { place, unitId }, phone, error, onChange }: Props) {
  const { units, places } = phone.person.getSnapshot().briefing;
  const path = units.find(({ id }) => id === unitId)?.path ?? [];
  const names = places.filter((known) => known.kind === place.kind && path.includes(known.unitId)).map(({ name }) => name);
  const [typing, setTyping] = useState(place.name !== "" && !names.includes(place.name));
  if (place.kind !== "counter" && place.kind !== "mobilePoint") return null;
  const choose = (chosen: string) => {
    setTyping(chosen === other);
    onChange({ ...place, name: chosen === other ? "" : chosen });
  };
  return (
    <>
      {names.length > 0 && (
        <SelectField label={text.name} value={typing ? other : place.name} onChange={(event) => choose(event.target.value)}>
          <option value="">{text.noName}</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
          <option value={other}>{text.otherName}</option>
        </SelectField>
      )}
      {(typing || names.length === 0) && (
        <TextField
          label={names.length > 0 ? text.otherName : text.name} data-field="place.name" value={place.name} error={error} hint={text.nameHint}
          onChange={(event) => onChange({ ...place, name: event.target.value })}
        />
      )}
    </>
  );
}
