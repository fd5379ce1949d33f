"use client";
import { useSearchParams } from "next/navigation";
import { ClosedForm } from "@/components/phone/form/closed-form";
import { loadEntryForm } from "@/components/phone/form/load-entry-form";
import { readRecent } from "@/components/phone/form/recent";
import { useLoaded } from "@/components/phone/form/use-loaded";
import { usualUnit } from "@/components/phone/form/usual-unit";
import { withPhone } from "@/components/phone/phone-gate";
import type { Phone } from "@/lib/phone/phone";
import { draftOfEvent, emptyEventDraft, EventDraft } from "./event-draft";
import { EventForm } from "./event-form";

/** A new event, the one that was begun, or one to amend. */
export const EventScreen = withPhone(Event);

function Event({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const entryId = query.get("entry");
  const loaded = useLoaded(entryId ?? "", async () => ({
    form: await loadEntryForm(phone, entryId, {
      kind: "outreachEvent",
      schema: EventDraft,
      fresh: async () => emptyEventDraft({ newId: phone.newId, unitId: await usualUnit(phone), now: phone.now() }),
      draftOf: draftOfEvent,
    }),
    places: await readRecent(phone, "eventPlace"),
  }));
  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  const { form, places } = loaded;
  if ("closedEntry" in form) return <ClosedForm phone={phone} closed={form} />;
  return <EventForm key={form.draftKey} phone={phone} loaded={{ ...form, places }} field={query.get("field")} />;
}
