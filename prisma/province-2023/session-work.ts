import { newId } from "../demo/new-id";
import type { Instant } from "../../lib/domain/time/local-date";
import { personAt, type InventedPerson } from "./invented-people";
import { dayOf, momentIn, spread } from "./month-days";
import type { MonthPlan } from "./plan";
import { dossiersAtOnce, membersAmong } from "./planned-entries";
import { bookAccount } from "./register-book";
import { consentAt, plannedEntry, type Content, type Ending, type MonthWork, type UnitContext } from "./unit-work";

type Holder = { readonly person: InventedPerson; readonly isMember: boolean };
type Outcome = Extract<Content, { kind: "helpSession" }>["outcomes"][number];

/** Help sessions: each opens an account, and as much else as the month's plan says rides along. */
export function recordAccounts(context: UnitContext, plan: MonthPlan, work: MonthWork): void {
  const { month, counted, besides } = plan;
  const holders = [
    ...Array.from({ length: counted.memberAccounts }, () => nextYoung(context)),
    ...Array.from({ length: counted.citizenAccounts }, (): Holder => ({ person: personAt("citizen", context.people.citizen++), isMember: false })),
  ];
  const riding = ridingOf(context, plan, holders, work);
  for (const [index, { person }] of holders.entries()) {
    const at = momentIn(month, index, holders.length);
    bookAccount(work.book, person, dayOf(at), true);
    work.entries.push(session(person, at, [opened(), ...riding(index, at, person)]));
  }
  recordOthers(context, plan, holders, work);
  recordOrganisations(context, month, counted.onlineDossiers - ridersOf(plan, holders).length, work);
  // Nobody looks for those: the register has them, the leader hasn't.
  for (const [count, ending] of [[besides.accountsWaiting, "waiting"], [besides.accountsReturned, "returned"]] as const) {
    addSessions(context, month, count, ending, work, (person, at) => bookAccount(work.book, person, dayOf(at), false));
  }
}

/** Every so many young people one who is a member of this unit, until all who are to be helped were. */
function nextYoung({ plan, firstMember, counters, people }: UnitContext): Holder {
  const place = counters.youth++;
  const before = membersAmong(plan, place);
  const isMember = membersAmong(plan, place + 1) > before;
  return { person: isMember ? personAt("member", firstMember + before) : personAt("youth", people.youth++), isMember };
}

/** Whose dossiers count: of people who are no members, so that members' dossiers are the register's alone. One each. */
function ridersOf({ counted }: MonthPlan, holders: readonly Holder[]): number[] {
  const others = holders.flatMap(({ isMember }, index) => (isMember ? [] : [index]));
  return [...spread(counted.onlineDossiers, others.length)].map((place) => others[place]!);
}

function ridingOf(context: UnitContext, plan: MonthPlan, holders: readonly Holder[], { book }: MonthWork) {
  const { besides, month } = plan;
  const places = (count: number) => spread(count, holders.length);
  const counting = new Set(ridersOf(plan, holders));
  const vneid = places(besides.vneidActivated);
  const guidance = places(besides.guidanceGiven);
  const [early, beforeTeams, paper, unknown] = [besides.dossiersBeforeScheme, besides.dossiersBeforeTeams, besides.dossiersOnPaper, besides.dossiersNotFound].map(places);
  return (index: number, at: Instant, { personalNumber }: InventedPerson): Outcome[] => {
    const service = context.services[index % context.services.length]!;
    const online = (office: number, day: string) => dossier(service.slug, context.nextDossierCode(office, day), index);
    const outcomes: Outcome[] = [];
    if (vneid.has(index)) outcomes.push({ id: newId(), kind: "vneidActivated" });
    if (guidance.has(index)) outcomes.push({ id: newId(), kind: "guidanceGiven" });
    if (early!.has(index)) outcomes.push(online(context.index + officeBase, `2021-${month.slice(5)}-${at.slice(8, 10)}`));
    if (beforeTeams!.has(index)) outcomes.push(online(context.index + officeBase, dayOf(at)));
    if (paper!.has(index)) outcomes.push({ id: newId(), kind: "dossierSubmitted", service: service.slug, portal: "province", channel: "paper", paidOnline: false } as Outcome);
    if (unknown!.has(index)) outcomes.push(online(unknownOffice, dayOf(at)));
    if (counting.has(index)) {
      const submitted = online(context.index + officeBase, dayOf(at));
      book.dossiers.push({ code: codeOf(submitted), receivedOn: dayOf(at), service: service.name, channel: "online", paidOnline: index % 5 < 2, applicant: personalNumber });
      outcomes.push(submitted);
    }
    return outcomes;
  };
}

/** Accounts that don't count: unknown to the register, older than the scheme, claimed twice, refused, withdrawn. */
function recordOthers(context: UnitContext, { month, besides }: MonthPlan, holders: readonly Holder[], work: MonthWork): void {
  addSessions(context, month, besides.accountsNotFound, "confirmed", work);
  addSessions(context, month, besides.accountsBeforeScheme, "confirmed", work, (person, at) => bookAccount(work.book, person, `2021-${at.slice(5, 10)}`, false));
  addSessions(context, month, besides.accountsRefused, "refused", work);
  addSessions(context, month, besides.accountsWithdrawn, "withdrawn", work);
  for (const place of spread(besides.accountsTwice, holders.length)) {
    work.entries.push(session(holders[place]!.person, momentIn(month, place, holders.length), [opened()]));
  }
}

function addSessions({ people }: UnitContext, month: string, count: number, ending: Ending, work: MonthWork, book?: (person: InventedPerson, at: Instant) => void): void {
  for (let index = 0; index < count; index += 1) {
    const person = index % 2 === 0 ? personAt("citizen", people.citizen++) : personAt("youth", people.youth++);
    const at = momentIn(month, index, count);
    book?.(person, at);
    work.entries.push(session(person, at, [opened()], ending));
  }
}

const officeBase = 21;
const unknownOffice = 91;

/** What is left of a month's dossiers is of organisations, several at once. */
function recordOrganisations(context: UnitContext, month: string, count: number, { entries, book }: MonthWork): void {
  const sessions = Math.ceil(count / dossiersAtOnce);
  for (let place = 0; place < sessions; place += 1) {
    const happenedAt = momentIn(month, place, sessions);
    const outcomes = Array.from({ length: Math.min(dossiersAtOnce, count - place * dossiersAtOnce) }, (_, index) => {
      const service = context.services[(place + index) % context.services.length]!;
      const submitted = dossier(service.slug, context.nextDossierCode(context.index + officeBase, dayOf(happenedAt)), index);
      book.dossiers.push({ code: codeOf(submitted), receivedOn: dayOf(happenedAt), service: service.name, channel: "online", paidOnline: index % 5 < 2 });
      return submitted;
    });
    const subject = { id: newId(), kind: "organisation", name: `Hợp tác xã Nông nghiệp ${1 + (place % 40)}` };
    entries.push(plannedEntry({ kind: "helpSession", happenedAt, place: { kind: "counter", name: "Bộ phận Một cửa" }, subject, outcomes } as Content, "confirmed"));
  }
}

function session(person: InventedPerson, happenedAt: Instant, outcomes: readonly Outcome[], ending: Ending = "confirmed") {
  return plannedEntry({
    kind: "helpSession",
    happenedAt,
    place: { kind: "counter", name: "Bộ phận Một cửa" },
    subject: { id: newId(), kind: "person", ...person, scanned: ["personalNumber", "name", "birth", "sex"] },
    consent: consentAt(happenedAt),
    outcomes: [...outcomes],
  } as Content, ending);
}

function opened(): Outcome {
  return { id: newId(), kind: "accountOpened" };
}

function dossier(service: string, dossierCode: string, index: number): Outcome {
  return { id: newId(), kind: "dossierSubmitted", service, dossierCode, portal: index % 3 > 0 ? "province" : "national", channel: "online", paidOnline: index % 5 < 2 } as Outcome;
}

function codeOf(outcome: Outcome): string {
  return "dossierCode" in outcome ? (outcome.dossierCode ?? "") : "";
}
