import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Losses } from "@/components/fleet/losses";
import { phonesHref } from "@/components/fleet/phones-href";
import { PhonesTable } from "@/components/fleet/phones-table";
import { Reminder } from "@/components/fleet/reminder";
import { reminderText } from "@/components/fleet/reminder-text";
import { UnitBars } from "@/components/fleet/unit-bars";
import { personHref } from "@/components/people/people-href";
import { Uuid } from "@/lib/domain/ids";
import { requirePerson } from "@/lib/server/auth/current-person";
import { listPhones } from "@/lib/server/fleet/list-phones";
import { askedPeople } from "@/lib/server/people/asked-people";
import { phoneTexts as texts } from "@/lib/text/phones";
import "@/components/fleet/fleet.css";

export const metadata: Metadata = { title: texts.title };

/** Phones of the own people: what is still on them, who has to be reminded, and which were taken back. */
export default async function PhonesPage({ searchParams }: PageProps<"/desk/phones">) {
  const { actor } = await requirePerson("/desk/phones");
  const now = new Date().toISOString();
  const parameters = await searchParams;
  const asked = askedPeople(actor, parameters, now);
  if (!asked) notFound();
  const person = Uuid.safeParse(parameters.person).data;
  const unit = person ? undefined : asked.unit;
  const list = await listPhones(actor, { unit, person }, now);
  const losses = list.losses.filter(({ userId }) => !person || userId === person);
  const { entries, phones, oldest, units } = list.unsent;
  const reminder = reminderText(list.unsent, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{texts.title}</h1>
          <p className="desk-caption text-ink-2">{texts.about}</p>
        </div>
      </header>
      <div className="fleet">
        {unit && <p className="desk-body">{texts.onlyUnit(units.find(({ unitId }) => unitId === unit)?.name)} <Link prefetch={false} href={phonesHref()}>{texts.allUnits}</Link></p>}
        {person && <p className="desk-body">{texts.onlyPerson(list.phones.flatMap(({ people }) => people).find(({ userId }) => userId === person)?.name)} <Link prefetch={false} href={phonesHref()}>{texts.allPhones}</Link></p>}
        {list.phones.length === 0 ? <p className="desk-panel fleet-reminder desk-body">{texts.none}</p> : !person && <p className="desk-body font-semibold">{entries > 0 ? texts.onPhones(entries, phones, oldest) : texts.allArrived}</p>}
        {losses.length > 0 && <Losses losses={losses} />}
        {!person && units.length > 1 && <UnitBars units={units} />}
        {!person && reminder && <Reminder key={reminder} text={reminder} />}
        {list.phones.length > 0 && <PhonesTable list={list} now={now} personHref={personHref} />}
      </div>
    </>
  );
}
