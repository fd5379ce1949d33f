"use client";
import { BookOpen, GraduationCap, Megaphone, Trophy, Users, type LucideIcon } from "lucide-react";
import { EntryFormFrame } from "@/components/phone/form/entry-form-frame";
import type { LoadedEntryForm } from "@/components/phone/form/load-entry-form";
import { inputOfInstant, instantOfInput } from "@/components/phone/form/local-time";
import { problemAt } from "@/components/phone/form/problem-summary";
import { rememberRecent, type Recent } from "@/components/phone/form/recent";
import { Suggestions } from "@/components/phone/form/suggestions";
import { UnitField } from "@/components/phone/form/unit-field";
import { useEntryForm } from "@/components/phone/form/use-entry-form";
import { Options } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { audiences, eventTypes, type EventType } from "@/lib/domain/entry/outreach-event";
import { cleanText } from "@/lib/domain/text/clean-text";
import type { Phone } from "@/lib/phone/phone";
import { audienceNames, eventTypeNames } from "@/lib/text/entry-kinds";
import { outreachEvent as text } from "@/lib/text/outreach-event";
import { AttendanceFields } from "./attendance-fields";
import { eventOfDraft, isUntouchedEvent, type EventDraft } from "./event-draft";

export type LoadedEvent = LoadedEntryForm<EventDraft> & { readonly places: Recent };

type Props = { readonly phone: Phone; readonly loaded: LoadedEvent; readonly field: string | null };

const typeIcons: Record<EventType, LucideIcon> = { talk: Megaphone, training: GraduationCap, clubMeeting: BookOpen, contest: Trophy, mobileDay: Users };

/** What, where, when, for whom, how many. */
export function EventForm({ phone, loaded, field }: Props) {
  const form = useEntryForm(phone, loaded, field, {
    isUntouched: isUntouchedEvent,
    contentOf: (draft) => eventOfDraft(draft, phone.now()),
    onSaved: ({ placeName, unitId }) => {
      void rememberRecent(phone, "eventPlace", cleanText(placeName));
      void rememberRecent(phone, "unit", unitId);
    },
  });
  const { draft, problems, change } = form;
  return (
    <EntryFormFrame title={form.amending ? text.amendTitle : text.title} form={form} review={loaded.review} returned={field}>
      <div data-field="type">
        <Options
          legend={text.type} name="event-type" value={draft.type || undefined} error={problemAt(problems, "type")} onChange={(type) => change({ type })}
          options={eventTypes.map((value) => ({ value, label: eventTypeNames[value], icon: typeIcons[value] }))}
        />
      </div>
      <TextField
        label={text.name} hint={text.nameHint} data-field="title" autoCapitalize="sentences" value={draft.title} error={problemAt(problems, "title")}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div>
        <TextField
          label={text.place} data-field="placeName" autoCapitalize="words" value={draft.placeName} error={problemAt(problems, "placeName")}
          onChange={(event) => change({ placeName: event.target.value })}
        />
        <Suggestions label={text.recentPlaces} values={loaded.places} chosen={draft.placeName} onChoose={(placeName) => change({ placeName })} />
      </div>
      <TextField
        label={text.happenedAt} type="datetime-local" data-field="happenedAt" value={inputOfInstant(draft.happenedAt)} max={inputOfInstant(phone.now())}
        error={problemAt(problems, "happenedAt")}
        onChange={(event) => event.target.value && change({ happenedAt: instantOfInput(event.target.value) })}
      />
      <div data-field="audience">
        <Options
          legend={text.audience} name="event-audience" value={draft.audience || undefined} error={problemAt(problems, "audience")}
          onChange={(audience) => change({ audience })} options={audiences.map((value) => ({ value, label: audienceNames[value] }))}
        />
      </div>
      <AttendanceFields form={form} phone={phone} />
      <UnitField phone={phone} unitId={draft.unitId} amending={form.amending} onChange={(unitId) => change({ unitId })} />
    </EntryFormFrame>
  );
}
