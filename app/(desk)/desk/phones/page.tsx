import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Losses } from "@/components/fleet/losses";
import { PhonesTable } from "@/components/fleet/phones-table";
import { Reminder } from "@/components/fleet/reminder";
import { reminderText } from "@/components/fleet/reminder-text";
import { UnitBars } from "@/components/fleet/unit-bars";
import { requirePerson } from "@/lib/server/auth/current-person";
import { listPhones } from "@/lib/server/fleet/list-phones";
import { askedPeople } from "@/lib/server/people/asked-people";
import { phoneTexts as texts } from "@/lib/text/phones";
import "@/components/fleet/fleet.css";

export const metadata: Metadata = { title: texts.title };

/** Phones of the own people: what is still on them, who has to be reminded, and which were taken back. */
export default async function PhonesPage() {
  const { actor } = await requirePerson("/desk/phones");
  const now = new Date().toISOString();
  if (!askedPeople(actor, {}, now)) notFound();
  const list = await listPhones(actor, {}, now);
  const entries = list.units.reduce((sum, unit) => sum + unit.entries, 0);
  const holding = list.phones.filter(({ people }) => people.some(({ unsent }) => unsent > 0)).length;
  const [oldest] = list.units.flatMap((unit) => unit.oldest ?? []).toSorted();
  const reminder = reminderText(list, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{texts.title}</h1>
          <p className="desk-caption text-ink-2">{texts.about}</p>
        </div>
      </header>
      <div className="fleet">
        {list.phones.length === 0 ? <p className="desk-panel fleet-reminder desk-body">{texts.none}</p> : <p className="desk-body font-semibold">{entries > 0 ? texts.onPhones(entries, holding, oldest) : texts.allArrived}</p>}
        {list.losses.length > 0 && <Losses losses={list.losses} />}
        {list.units.length > 1 && <UnitBars units={list.units} />}
        {reminder && <Reminder text={reminder} />}
        {list.phones.length > 0 && <PhonesTable list={list} now={now} />}
      </div>
    </>
  );
}
