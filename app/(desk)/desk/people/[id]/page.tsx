import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ResetSecondFactor } from "@/components/account/reset-second-factor";
import { phonesOfHref } from "@/components/fleet/phones-href";
import { BringBack } from "@/components/invitations/bring-back";
import { IssueForPerson } from "@/components/people/issue-passwords";
import { peopleHref } from "@/components/people/people-href";
import { PersonDetails } from "@/components/people/person-details";
import { PersonHistory } from "@/components/people/person-history";
import { PersonPhones } from "@/components/people/person-phones";
import { PersonRoles } from "@/components/people/person-roles";
import { PersonStanding } from "@/components/people/person-standing";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { mayResetSecondFactor } from "@/lib/server/account/has-second-factor";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readPerson } from "@/lib/server/people/read-person";
import { readPlaces } from "@/lib/server/people/read-places";
import { peopleTexts as texts } from "@/lib/text/people";
import "@/components/invitations/invitations.css";
import "@/components/people/people.css";

/** Whose page it is stands on it, not in the browser's history. */
export const metadata: Metadata = { title: texts.title };

export default async function PersonPage({ params }: PageProps<"/desk/people/[id]">) {
  const id = Uuid.safeParse((await params).id).data;
  const { actor } = await requirePerson("/desk/people");
  const now = new Date().toISOString();
  const person = id && (await readPerson(actor, id, now));
  if (!person) notFound();
  const [places, today, isSelf] = [await readPlaces(actor, now), localDateOf(now), person.id === actor.userId];
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="people-back" href={peopleHref}>{texts.back}</Link>
          <h1 className="desk-title">{person.name}</h1>
        </div>
        {person.mayChange && <div className="people-links">{(await mayResetSecondFactor(actor, person.id)) && <ResetSecondFactor personId={person.id} name={person.name} />}<PersonStanding person={person} /></div>}
      </header>
      <div className="people">
        {person.mayChange && person.state !== "disabled" && person.state !== "noRole" && (
          <div className="people-actions">
            <IssueForPerson person={person} />
            {!person.hasPassword && <BringBack userId={person.id} label={texts.joinCode} />}
          </div>
        )}
        <div className="people-two">
          <PersonDetails person={person} isSelf={isSelf} />
          <PersonRoles {...{ person, places, today, isSelf }} />
        </div>
        <PersonPhones phones={person.phones} href={phonesOfHref(person.id)} />
        <PersonHistory person={person} />
      </div>
    </>
  );
}
