import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { ChangedUnit } from "@/lib/domain/organisation/preview";
import { roles } from "@/lib/domain/people/actor";
import type { OrganisationPreview } from "@/lib/protocol/organisation";
import { roleNames } from "@/lib/text/desk";
import { formatCount } from "@/lib/text/moment";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { dayWords } from "./day-words";

/** What would become of units, people, phones and plans. */
export function ChangePreview({ answer: { preview, people } }: { readonly answer: OrganisationPreview }) {
  return (
    <>
      <TablePanel title={texts.previewTitle(dayWords(preview.from))} aside={<p className="desk-caption text-ink-2">{texts.nothingYet}</p>}>
        <TableHead columns={[texts.unit, texts.becomes]} />
        <tbody>
          {preview.units.map((unit) => <tr key={unit.id}><th scope="row" className="row-name">{unit.name}</th><td>{fateWords(unit)}</td></tr>)}
        </tbody>
      </TablePanel>
      {preview.handovers.map((handover) => <HandoverPanel key={handover.name} {...handover} />)}
      {preview.movedEntries > 0 && <p className="desk-body">{texts.movedEntries(formatCount(preview.movedEntries))}</p>}
      {people.length > 0 && (
        <TablePanel title={texts.movedPeople}>
          <TableHead columns={[texts.person, texts.role, texts.fromUnit, texts.intoUnit]} />
          <tbody>
            {people.map(({ name, role, fromName, intoName }, index) => (
              <tr key={index}><th scope="row" className="row-name">{name}</th><td>{roleNames[role]}</td><td>{fromName}</td><td>{intoName}</td></tr>
            ))}
          </tbody>
        </TablePanel>
      )}
    </>
  );
}

function fateWords(unit: ChangedUnit): string {
  if (unit.fate === "opens") return texts.fateOpens(unit.parentName);
  if (unit.fate === "isRenamed") return texts.fateRenamed(unit.to);
  return unit.fate === "moves" ? texts.fateMoves(unit.fromName, unit.toName, unit.below) : texts.fateCloses(unit.heirs);
}

/** What goes on, and what stays with the unit that ends. */
function HandoverPanel({ name, intoName, load }: OrganisationPreview["preview"]["handovers"][number]) {
  const staff = roles.flatMap((role) => (load.people[role] ? [`${load.people[role]} ${roleNames[role].toLocaleLowerCase("vi")}`] : []));
  const facts: readonly (readonly [string, string])[] = [
    [texts.loadPeople, texts.loadPeopleWords(staff.join(", "))],
    [texts.loadPhones, texts.loadPhonesWords(load.phones, load.unsent)],
    [texts.loadMembers, texts.loadMembersWords(formatCount(load.members))],
    [texts.loadShifts, formatCount(load.shifts)],
    [texts.loadPlaces, formatCount(load.places)],
    [texts.loadCampaigns, formatCount(load.campaigns)],
    [texts.loadTargets, texts.loadTargetsWords(load.targets)],
    [texts.loadEntries, texts.loadEntriesWords(formatCount(load.entries), load.waiting)],
  ];
  return (
    <section className="desk-panel" aria-label={name}>
      <header className="panel-head"><h3 className="desk-head">{intoName === undefined ? texts.ends(name) : texts.goesOn(name, intoName)}</h3></header>
      <dl className="unit-facts">{facts.map(([term, words]) => <div key={term}><dt>{term}</dt><dd>{words}</dd></div>)}</dl>
    </section>
  );
}
