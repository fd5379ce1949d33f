import type { Client } from "pg";
import type { Actor } from "../../lib/domain/people/actor";
import { createActing } from "../demo/acting";
import type { DemoPerson } from "../demo/people";
import { readCsv } from "../demo/read-csv";
import { importFile } from "./import-file";
import { personAt } from "./invented-people";
import { august2023, type UnitPlan } from "./plan";
import { total } from "./plan-shares";
import { emptyPart, dossierCoder } from "./register-book";
import { filesOfAugust, filesOfJuly, type RegisterFiles } from "./register-files";
import type { Staff } from "./staff";
import { inventMonth, type MonthWork, type UnitContext } from "./unit-work";
import { writeChecks } from "./write-checks";
import { writeEntries } from "./write-entries";

export type Province = {
  readonly provinceId: string;
  readonly verifier: Actor;
  readonly people: readonly DemoPerson[];
  readonly staff: ReadonlyMap<string, Staff>;
  readonly hamlets: ReadonlyMap<string, readonly string[]>;
};
/** Says how far it is, in entries, and what is going on besides. */
export type Telling = { readonly written: (entries: number) => void; readonly doing: (what: string) => void };

/** What was known on 1 August speaks from that day on, what was known at the month's end from its last evening. */
const moments = {
  members: "2022-05-03T02:00:00.000Z",
  july: { decided: "2023-07-31T10:00:00.000Z", imported: "2023-08-01T02:00:00.000Z" },
  august: { decided: "2023-08-31T10:00:00.000Z", imported: "2023-08-31T12:00:00.000Z" },
} as const;

/** Writes what was planned as it came about: members, the work until July, the register's file, then August and the next one. */
export async function writeProvince(client: Client, plan: readonly UnitPlan[], province: Province, telling: Telling): Promise<void> {
  const units = contextsOf(plan, province);
  telling.doing("Members");
  await importFile(province.verifier, "member", "doan_vien.csv", units.flatMap(memberLines), moments.members);
  telling.doing("Work until July 2023");
  const july = await writePhase(client, province, units, (month) => month < august2023, moments.july.decided, telling);
  telling.doing("The register's files of July");
  await importFiles(province, units.map((unit, index) => filesOfJuly({ plan: unit.plan, july: july[index]!, august: emptyPart() }, memberDossiersOf(unit))), "07", moments.july.imported);
  telling.doing("Work of August 2023");
  const august = await writePhase(client, province, units, (month) => month === august2023, moments.august.decided, telling);
  telling.doing("The register's files of August");
  await importFiles(province, units.map((unit, index) => filesOfAugust({ plan: unit.plan, july: july[index]!, august: august[index]! }, memberDossiersOf(unit))), "08", moments.august.imported);
  await client.query("analyze");
}

function contextsOf(plan: readonly UnitPlan[], { hamlets }: Province): UnitContext[] {
  const services = readCsv("essential-services-25.csv").map(({ slug, name }) => ({ slug: slug!, name: name! }));
  const [people, nextDossierCode] = [{ youth: 0, citizen: 0 }, dossierCoder()];
  return plan.map((unit, index) => ({
    plan: unit, index, services, people, nextDossierCode, hamlets: hamlets.get(unit.name) ?? [],
    firstMember: total(plan.slice(0, index).map(({ members }) => members)), counters: { youth: 0, households: 0, articles: 0 },
  }));
}

/** Two units at a time: while the database writes for one, the next is prepared. */
const lanes = 2;

async function writePhase(client: Client, province: Province, units: readonly UnitContext[], isIn: (month: string) => boolean, until: string, telling: Telling) {
  // Invented one after the other, so that everybody is the same person every time.
  const work = units.map((unit) => joined(unit.plan.months.filter(({ month }) => isIn(month)).map((month) => inventMonth(unit, month))));
  const act = createActing(province.provinceId, [...province.people, ...[...province.staff.values()].flatMap(({ teams, officer }) => [officer, ...teams.flatMap(({ volunteers, leader }) => [leader, ...volunteers])])]);
  const onWritten = statisticsKeeper(client, telling);
  const open = units.map((_, index) => index).sort((a, b) => work[b]!.entries.length - work[a]!.entries.length);
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let index = open.shift(); index !== undefined; index = open.shift()) {
      const staff = province.staff.get(units[index]!.plan.name)!;
      await writeEntries(staff, work[index]!.entries, { act, until: Date.parse(until), onWritten });
      await writeChecks(province.provinceId, staff, work[index]!.entries, until);
      work[index]!.entries.length = 0;
    }
  }));
  return work.map(({ book }) => book);
}

/** The database's own housekeeping comes once a minute; tables that grow so fast are planned as if they were empty until then. */
function statisticsKeeper(client: Client, { written }: Telling): (entries: number) => Promise<void> {
  const [due, done] = [[1_000, 10_000, 60_000], { entries: 0 }];
  return async (entries) => {
    done.entries += entries;
    written(entries);
    if (done.entries < (due[0] ?? Infinity)) return;
    due.shift();
    await client.query("analyze entry, outcome, subject, consent, review_event, household, command_log, outcome_standing, evidence, tally");
  };
}

function joined(months: readonly MonthWork[]): MonthWork {
  return {
    entries: months.flatMap(({ entries }) => entries),
    book: { accounts: months.flatMap(({ book }) => book.accounts), dossiers: months.flatMap(({ book }) => book.dossiers) },
  };
}

function memberLines({ plan: { name, members }, firstMember }: UnitContext): string[] {
  return Array.from({ length: members }, (_, index) => `${personAt("member", firstMember + index).personalNumber},"${name}",01/05/2022`);
}

function memberDossiersOf({ plan: { members }, firstMember, nextDossierCode, services }: UnitContext) {
  return { memberAt: (index: number) => personAt("member", firstMember + ((index * 7) % members)), nextDossierCode, services };
}

async function importFiles({ verifier }: Province, files: readonly RegisterFiles[], month: string, now: string): Promise<void> {
  await importFile(verifier, "dossier", `igate_ho_so_2023_${month}.csv`, files.flatMap(({ dossiers }) => dossiers), now);
  await importFile(verifier, "account", `igate_tai_khoan_2023_${month}.csv`, files.flatMap(({ accounts }) => accounts), now);
}
