"use client";
import { ClosedForm } from "@/components/phone/form/closed-form";
import { EntryFormFrame } from "@/components/phone/form/entry-form-frame";
import { loadEntryForm, type LoadedEntryForm } from "@/components/phone/form/load-entry-form";
import { problemAt } from "@/components/phone/form/problem-summary";
import { useEntryForm } from "@/components/phone/form/use-entry-form";
import { useLoaded } from "@/components/phone/form/use-loaded";
import { SelectField, TextField } from "@/components/ui/field";
import type { Phone } from "@/lib/phone/phone";
import { shift as text } from "@/lib/text/shift";
import { AttendanceDraft, attendanceOfDraft, draftOfAttendance } from "./attendance-draft";

type Props = { readonly phone: Phone; readonly entryId: string; readonly field: string | null };

/** Corrects the times or the place of a presence, also one that the leader sent back. */
export function AttendanceForm({ phone, entryId, field }: Props) {
  const loaded = useLoaded(entryId, () =>
    loadEntryForm(phone, entryId, {
      kind: "shiftAttendance",
      schema: AttendanceDraft,
      fresh: () => Promise.reject(new Error("A presence begins with a check-in")),
      draftOf: draftOfAttendance,
    }),
  );
  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  if ("closedEntry" in loaded) return <ClosedForm phone={phone} closed={loaded} />;
  return <Times key={entryId} phone={phone} loaded={loaded} field={field} />;
}

function Times({ phone, loaded, field }: { readonly phone: Phone; readonly loaded: LoadedEntryForm<AttendanceDraft>; readonly field: string | null }) {
  const form = useEntryForm(phone, loaded, field, {
    isUntouched: (draft) => JSON.stringify(draft) === JSON.stringify(loaded.draft),
    contentOf: (draft) => attendanceOfDraft(draft, phone.now()),
  });
  const { placeId, placeName, checkedIn, checkedOut } = form.draft;
  const places = phone.person.getSnapshot().briefing.places.filter(({ id, kind }) => id !== placeId && (kind === "counter" || kind === "mobilePoint"));
  const move = (id: string) => {
    const place = places.find((candidate) => candidate.id === id);
    if (place) form.change({ placeId: place.id, placeName: place.name });
  };
  return (
    <EntryFormFrame title={text.form.title} form={form} review={loaded.review} returned={loaded.review ? field : null}>
      <div data-field="placeName">
        <SelectField label={text.place} value={placeId} onChange={(event) => move(event.target.value)}>
          <option value={placeId}>{placeName}</option>
          {places.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      </div>
      <div data-field="happenedAt">
        <TextField
          type="datetime-local"
          label={text.form.checkedIn}
          value={checkedIn}
          error={problemAt(form.problems, "happenedAt")}
          onChange={(event) => form.change({ checkedIn: event.target.value })}
        />
      </div>
      <div data-field="checkedOutAt">
        <TextField
          type="datetime-local"
          label={text.form.checkedOut}
          hint={text.form.checkedOutHint}
          value={checkedOut}
          error={problemAt(form.problems, "checkedOutAt")}
          onChange={(event) => form.change({ checkedOut: event.target.value })}
        />
      </div>
    </EntryFormFrame>
  );
}
