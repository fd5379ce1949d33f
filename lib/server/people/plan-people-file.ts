import "server-only";
import { createHash } from "node:crypto";
import { columnName } from "@/lib/domain/import/mapping";
import type { Actor } from "@/lib/domain/people/actor";
import { canGrant } from "@/lib/domain/people/grants";
import { planPeople, type PeoplePlan, type PlannedChange, type PlannedNew } from "@/lib/domain/people/plan-people";
import type { PeopleField } from "@/lib/domain/people/people-columns";
import { readPeopleRows, type PeopleProblem } from "@/lib/domain/people/read-people-rows";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PeopleFilePlan, PlannedPerson } from "@/lib/protocol/people";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import type { Transaction } from "@/lib/server/database/with-actor";
import { takenLogins } from "./create-person";
import { loadKnownPeople } from "./load-known-people";
import { findOwnUnits, peopleWords, type PeopleRows } from "./read-people-file";
import type { Tell } from "./tell-progress";

export type FilePlan = PeoplePlan & { readonly digest: string; readonly unitNames: ReadonlyMap<string, string>; readonly isTaken: (login: string) => boolean };

/** What a file would change now, in full. Nothing is written. */
export async function planPeopleFile(tx: Transaction, actor: Actor, { rows, columns }: PeopleRows, today: LocalDate, tell: Tell): Promise<FilePlan> {
  const { find, pathOf } = await findOwnUnits(tx, actor, today);
  const read = readPeopleRows(rows, columns, find, peopleWords);
  tell({ step: "compare", done: read.rows.length });
  const known = await loadKnownPeople(tx, actor, today);
  const taken = await takenLogins(tx);
  const isTaken = (login: string) => taken.has(login);
  const plan = planPeople(read.rows, { known, isTaken, wrongLogins: read.wrongLogins, today, mayGive: (role, unit) => canGrant(actor, role, { unitPath: pathOf(unit.id) }, today) });
  const problems = [...read.problems, ...plan.problems].sort((one, other) => one.row - other.row);
  const unitNames = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from unit`;
  return { ...plan, problems, isTaken, unitNames: new Map(unitNames.map(({ id, name }) => [id, name])), digest: digestOf(plan) };
}

/** What somebody looks at before deciding: the numbers of all, and the first of each. */
export function shownPlan(plan: FilePlan, columns: PeopleRows["columns"]): PeopleFilePlan {
  const { created, changed, problems } = plan;
  const nameOf = (unitId: string | undefined) => plan.unitNames.get(unitId ?? "") ?? "";
  return {
    digest: plan.digest, newCount: created.length, changedCount: changed.length, sameCount: plan.same,
    namesakeCount: created.filter(({ namesake }) => namesake).length,
    // Those of whom somebody should think twice come first.
    created: [...created].sort((one, other) => Number(!one.namesake) - Number(!other.namesake)).slice(0, shown).map((one) => newPerson(one, nameOf)),
    changed: changed.slice(0, shown).map((one) => changedPerson(one, nameOf)),
    wrongRowCount: new Set(problems.map(({ row }) => row)).size, problemCount: problems.length,
    problems: problems.slice(0, shownProblems).map((problem) => ({ ...problem, column: columnLabel(columns, problem) })),
  };
}

const shown = 200;
const shownProblems = 500;

/** As Excel names it; a column that the file doesn't have, after what it would hold. */
export function columnLabel({ at }: PeopleRows["columns"], { field }: Pick<PeopleProblem, "field">): string {
  const column = at[field as PeopleField];
  return column === undefined ? "" : columnName(column);
}

type NameOf = (unitId: string | undefined) => string;

function newPerson({ row, name, login, memberKind, opens, namesake }: PlannedNew, nameOf: NameOf): PlannedPerson {
  return {
    row, name, memberKind, ends: [], opens: opens.map(({ role, unit }) => ({ role, unitName: unit.name })), ...(login ? { login } : {}),
    ...(namesake ? { namesakeIn: nameOf(namesake.held.find(({ unitId }) => unitId)?.unitId) } : {}),
  };
}

function changedPerson({ row, person, name, memberKind, opens, ends }: PlannedChange, nameOf: NameOf): PlannedPerson {
  return {
    row, name: name ?? person.name, login: person.login, ...(name ? { nameBefore: person.name } : {}), ...(memberKind ? { memberKind } : {}),
    opens: opens.map(({ role, unit }) => ({ role, unitName: unit.name })), ends: ends.map(({ role, unitId }) => ({ role, unitName: nameOf(unitId) })),
  };
}

/** The same digest does the same: whom, and what. */
function digestOf({ created, changed }: PeoplePlan): string {
  const said = {
    created: created.map(({ name, login, memberKind, opens }) => [name, login ?? "", memberKind, opens.map(({ role, unit }) => [role, unit.id])]),
    changed: changed.map(({ person, name, memberKind, opens, ends }) => [person.id, name ?? "", memberKind ?? "", opens.map(({ role, unit }) => [role, unit.id]), ends.map(({ id }) => id)]),
  };
  return createHash("sha256").update(canonicalJson(said)).digest("base64url");
}
