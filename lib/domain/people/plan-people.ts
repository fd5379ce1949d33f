import type { RefusalCode } from "../refusal";
import type { MemberKind } from "../shift/member-kind";
import type { LocalDate } from "../time/local-date";
import type { Role } from "./actor";
import { nameKey } from "./name-key";
import type { PeopleField } from "./people-columns";
import type { FileUnit, PeopleProblem, PeopleRow } from "./read-people-rows";
import { grantRole, type HeldRole } from "./role-steps";

/** Somebody who is there already, as far as the reader may see. */
export type KnownPerson = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly memberKind: MemberKind;
  readonly isDisabled: boolean;
  /** Is the person the reader's to change? */
  readonly isManaged: boolean;
  /** What is held from today on. */
  readonly held: readonly HeldRole[];
};

type Given = { readonly role: Role; readonly unit: FileUnit };

export type PlannedNew = { readonly row: number; readonly name: string; readonly login: string | undefined; readonly memberKind: MemberKind; readonly opens: readonly Given[]; /** Somebody of the same name in another unit. */ readonly namesake: KnownPerson | undefined };
export type PlannedChange = { readonly row: number; readonly person: KnownPerson; readonly name: string | undefined; readonly memberKind: MemberKind | undefined; readonly opens: readonly Given[]; readonly ends: readonly HeldRole[] };
export type PeoplePlan = { created: PlannedNew[]; changed: PlannedChange[]; /** Rows that say what is so already. */ same: number; problems: PeopleProblem[] };

export type PlanContext = {
  readonly known: readonly KnownPerson[];
  /** Logins of anybody in the province. */
  readonly isTaken: (login: string) => boolean;
  /** Logins of rows that can't be taken: what the others say of the same person is not all. */
  readonly wrongLogins: ReadonlySet<string>;
  readonly mayGive: (role: Role, unit: FileUnit) => boolean;
  readonly today: LocalDate;
};

/**
 * What the rows of a file would change. A row with a login is about the person of that login: the rows of one login say
 * all units and roles of that person, so another unit than before is a move. A row without one is about whoever has this
 * name in this unit, and speaks of that unit only; where nobody has it, somebody new. So the same file again changes
 * nothing. Of a person with a row that can't be taken, nothing is.
 */
export function planPeople(rows: readonly PeopleRow[], context: PlanContext): PeoplePlan {
  const plan: PeoplePlan = { created: [], changed: [], same: 0, problems: [] };
  const index = indexOf(context.known);
  for (const group of groupRows(rows, index, context, plan.problems)) {
    const problem = group.person ? planKnown(group.person, group.rows, context, plan) : planNew(group.rows, index, context, plan);
    if (problem) plan.problems.push(problem);
  }
  return plan;
}

type Group = { readonly person: KnownPerson | undefined; readonly rows: PeopleRow[] };

/** Rows by the person they are about, in the order of the file; those of whom nobody can say it are problems. */
function groupRows(rows: readonly PeopleRow[], index: Index, context: PlanContext, problems: PeopleProblem[]): Group[] {
  const groups = new Map<string, Group>();
  const wrong = new Set<string>();
  for (const row of rows) {
    const found = findPerson(row, index, context);
    const person = found.person;
    const key = person?.id ?? (row.login === undefined ? placeKey(row.unit.id, row.name) : `login ${row.login}`);
    const group = groups.get(key) ?? { person, rows: [] };
    const problem = found.problem ?? repeated(row, group);
    if (problem) {
      problems.push(problem);
      wrong.add(key);
    } else group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, group]) => {
    if (!wrong.has(key) && !context.wrongLogins.has(group.person?.login ?? group.rows[0]?.login ?? "")) return [group];
    // The same name twice is two people perhaps: the first row stands.
    if (group.rows.every(({ login }) => login === undefined)) return group.rows.length > 0 ? [group] : [];
    problems.push(...group.rows.map((row) => problemOf(row, "login", "otherRowWrong")));
    return [];
  });
}

type Index = { readonly byLogin: ReadonlyMap<string, KnownPerson>; /** By unit and name. */ readonly byPlace: ReadonlyMap<string, readonly KnownPerson[]>; readonly byName: ReadonlyMap<string, KnownPerson> };

function indexOf(known: readonly KnownPerson[]): Index {
  const byPlace = new Map<string, KnownPerson[]>();
  for (const person of known) {
    for (const unitId of new Set(person.held.flatMap((held) => held.unitId ?? []))) {
      const key = placeKey(unitId, person.name);
      byPlace.set(key, [...(byPlace.get(key) ?? []), person]);
    }
  }
  return { byLogin: new Map(known.map((person) => [person.login, person])), byPlace, byName: new Map(known.map((person) => [nameKey(person.name), person])) };
}

const placeKey = (unitId: string, name: string) => `${unitId} ${nameKey(name)}`;

type Found = { readonly person?: KnownPerson; readonly problem?: PeopleProblem };

function findPerson(row: PeopleRow, { byLogin, byPlace }: Index, { isTaken }: PlanContext): Found {
  const [person, another] = row.login === undefined ? (byPlace.get(placeKey(row.unit.id, row.name)) ?? []) : [byLogin.get(row.login)];
  if (another) return { problem: problemOf(row, "name", "personAmbiguous") };
  if (!person) return row.login !== undefined && isTaken(row.login) ? { problem: problemOf(row, "login", "loginTaken") } : {};
  if (row.login !== undefined && !person.isManaged) return { person, problem: problemOf(row, "login", "loginTaken") };
  if (person.isDisabled) return { person, problem: problemOf(row, row.login === undefined ? "name" : "login", "personDisabled") };
  return { person };
}

function repeated(row: PeopleRow, { rows }: Group): PeopleProblem | undefined {
  const [first] = rows;
  if (!first) return undefined;
  if (row.login !== undefined && first.login !== undefined && nameKey(row.name) !== nameKey(first.name)) return problemOf(row, "login", "loginOfAnother");
  const isSaid = row.login === undefined || rows.some((one) => one.unit.id === row.unit.id && one.role === row.role);
  return isSaid ? problemOf(row, "name", "personRepeated") : undefined;
}

function planNew(rows: readonly PeopleRow[], index: Index, context: PlanContext, plan: PeoplePlan): PeopleProblem | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const opens: Given[] = [];
  for (const row of rows) {
    const given = { role: row.role ?? "volunteer", unit: row.unit };
    const code = whyNot(given, opens.map(asHeld), context);
    if (code) return problemOf(row, "role", code);
    opens.push(given);
  }
  const memberKind = rows.find((row) => row.memberKind)?.memberKind ?? "volunteer";
  const namesake = first.login === undefined ? index.byName.get(nameKey(first.name)) : undefined;
  plan.created.push({ row: first.row, name: first.name, login: first.login, memberKind, opens, namesake });
  return undefined;
}

function planKnown(person: KnownPerson, rows: readonly PeopleRow[], context: PlanContext, plan: PeoplePlan): PeopleProblem | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const speaksOfAll = rows.some(({ login }) => login !== undefined);
  const spokenOf = person.held.filter(({ unitId }) => unitId !== undefined && (speaksOfAll || rows.some(({ unit }) => unit.id === unitId)));
  const wanted = rows.map((row) => ({ row, role: row.role ?? spokenOf.find(({ unitId }) => unitId === row.unit.id)?.role ?? spokenOf[0]?.role ?? ("volunteer" as const), unit: row.unit }));
  const isWanted = (held: HeldRole) => wanted.some(({ role, unit }) => held.role === role && held.unitId === unit.id);
  const ends = spokenOf.filter((held) => !isWanted(held));
  const opens: Given[] = [];
  for (const { row, role, unit } of wanted) {
    if (spokenOf.some((held) => held.role === role && held.unitId === unit.id)) continue;
    const kept = [...person.held.filter((held) => !ends.includes(held)), ...opens.map(asHeld)];
    const code = person.isManaged ? whyNot({ role, unit }, kept, context) : "roleNotYours";
    if (code) return problemOf(row, "role", code);
    opens.push({ role, unit });
  }
  if (ends.length > 0 && !person.isManaged) return problemOf(first, "role", "roleNotYours");
  const name = speaksOfAll && first.name !== person.name ? first.name : undefined;
  const said = rows.find((row) => row.memberKind)?.memberKind;
  const memberKind = person.isManaged && said !== person.memberKind ? said : undefined;
  if (name === undefined && memberKind === undefined && opens.length + ends.length === 0) plan.same += rows.length;
  else plan.changed.push({ row: first.row, person, name, memberKind, opens, ends });
  return undefined;
}

function whyNot({ role, unit }: Given, held: readonly HeldRole[], { mayGive, today }: PlanContext): RefusalCode | undefined {
  const granted = grantRole(held, { role, unitId: unit.id, from: today }, unit.kind, today);
  if (!granted.ok) return granted.error.code;
  return mayGive(role, unit) ? undefined : "roleNotYours";
}

function asHeld({ role, unit }: Given): HeldRole {
  return { id: "", role, unitId: unit.id, validFrom: "0000-01-01" as LocalDate };
}

function problemOf(row: PeopleRow, field: PeopleField, code: RefusalCode): PeopleProblem {
  const texts: Record<PeopleField, string> = { name: row.name, unit: row.unit.name, role: row.role ?? "", memberKind: row.memberKind ?? "", login: row.login ?? "" };
  return { row: row.row, field, code, text: texts[field] };
}
