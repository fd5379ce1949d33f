"use client";
import { useState } from "react";
import type { Saving } from "@/components/phone/use-saving";
import { Button } from "@/components/ui/button";
import { Options } from "@/components/ui/choice";
import { Dock } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import type { Briefing } from "@/lib/protocol/briefing";
import { refusals } from "@/lib/text/refusals";
import { shift as text } from "@/lib/text/shift";
import { checkIn, type CheckInPlace } from "./check-in";

type Props = { readonly phone: Phone; readonly saving: Saving; readonly onBack: () => void };

/** Helping out where nobody planned it: the place is asked, the time is now. */
export function UnplannedShift({ phone, saving, onBack }: Props) {
  const places = placesOf(useLive(phone.person).briefing);
  const [chosen, setChosen] = useState(places.length === 1 ? places[0]?.placeId : undefined);
  const [missing, setMissing] = useState(false);
  const place = places.find(({ placeId }) => placeId === chosen);
  const start = () => {
    setMissing(!place);
    if (place) void saving.run(() => checkIn(phone, place));
  };
  return (
    <>
      <main className="grid grid-cols-1 gap-4 px-4 pt-3.5 pb-6">
        <div>
          <h2 className="text-title">{text.unplanned}</h2>
          <p className="text-ink-2">{places.length === 0 ? text.noPlaces : text.unplannedHint}</p>
        </div>
        {places.length > 0 && (
          <Options
            legend={text.place}
            name="place"
            value={chosen}
            options={places.map(({ placeId, placeName }) => ({ value: placeId, label: placeName }))}
            onChange={setChosen}
            error={missing && !place ? refusals.required : undefined}
          />
        )}
        {saving.problem && <p role="alert" className="font-medium text-bad">{saving.problem}</p>}
      </main>
      <Dock>
        <Button look="second" onClick={onBack}>{text.back}</Button>
        {places.length > 0 && <Button className="flex-1" busyLabel={saving.busy ? text.saving : undefined} onClick={start}>{text.checkIn}</Button>}
      </Dock>
    </>
  );
}

/** Each place with the unit that is recorded for there: the own one that stands nearest. */
function placesOf({ places, units }: Briefing): CheckInPlace[] {
  return places.flatMap(({ id, unitId, name, kind }) => {
    const unit = units.find(({ path }) => path.includes(unitId)) ?? units[0];
    return unit && (kind === "counter" || kind === "mobilePoint") ? [{ placeId: id, placeName: name, unitId: unit.id }] : [];
  });
}
