import Link from "next/link";
import type { ReactNode } from "react";
import { roles } from "@/lib/domain/people/actor";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import type { UnitPage } from "@/lib/protocol/organisation";
import { roleNames } from "@/lib/text/desk";
import { formatCount } from "@/lib/text/moment";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { dayWords } from "./day-words";
import { peopleOf, unitHref } from "./organisation-href";

/** What a unit is today, what it was made of and what it became. */
export function UnitFacts({ unit }: { readonly unit: UnitPage }) {
  const staff = roles.flatMap((role) => (unit.people[role] ? [`${unit.people[role]} ${lower(roleNames[role])}`] : []));
  return (
    <section className="desk-panel" aria-labelledby="unit-facts">
      <header className="panel-head"><h2 id="unit-facts" className="desk-head">{texts.facts}</h2></header>
      <dl className="unit-facts">
        <Fact name={texts.kind}>{texts.kinds[unit.kind]}</Fact>
        <Fact name={texts.lasts}>{spanWords(unit.validFrom, unit.validTo)}</Fact>
        <Fact name={texts.staff}>
          {staff.length > 0 ? staff.join(", ") : texts.noStaff}
          {unit.mayOpenPeople && <>{" · "}<Link prefetch={false} href={peopleOf(unit.id)}>{texts.peopleOf}</Link></>}
        </Fact>
        <Fact name={texts.entries}>{texts.entriesCount(formatCount(unit.entries))}</Fact>
        {unit.parents.length > 0 && <Fact name={texts.parents}><Lines lines={unit.parents.map(({ name, validFrom, validTo }) => `${name}: ${lower(spanWords(validFrom, validTo))}`)} /></Fact>}
        {unit.formerNames.length > 0 && <Fact name={texts.formerNames}><Lines lines={unit.formerNames.map(({ name, validFrom, validTo }) => `${name}: ${lower(spanWords(validFrom, validTo))}`)} /></Fact>}
        {unit.forerunners.length > 0 && <Fact name={texts.forerunners}><Units units={unit.forerunners} /></Fact>}
        {unit.successors.length > 0 && <Fact name={texts.successors}><Units units={unit.successors} /></Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function Units({ units }: { readonly units: UnitPage["successors"] }) {
  return <ul>{units.map(({ id, name, from }) => <li key={id}><Link prefetch={false} href={unitHref(id)}>{name}</Link>{` · ${lower(texts.since(dayWords(from)))}`}</li>)}</ul>;
}

/** The last day is the one before the first on which it is no more. */
function spanWords(from: LocalDate, to: LocalDate | undefined): string {
  return to ? texts.span(dayWords(from), dayWords(addDays(to, -1))) : texts.since(dayWords(from));
}

function lower(text: string): string {
  return text.toLocaleLowerCase("vi");
}
