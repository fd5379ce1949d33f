import type { InventedPerson } from "./invented-people";
import { dayOf, momentIn, spread } from "./month-days";
import { august2023, monthsThrough, type UnitPlan } from "./plan";
import type { BookPart, DossierCoder } from "./register-book";

/** The register's two files of a moment, without their headers. */
export type RegisterFiles = { readonly accounts: string[]; readonly dossiers: string[] };

type Known = { readonly plan: UnitPlan; readonly july: BookPart; readonly august: BookPart };
type MemberDossiers = { readonly memberAt: (index: number) => InventedPerson; readonly nextDossierCode: DossierCoder; readonly services: readonly { readonly name: string }[] };

/** What the register exported on 1 August: everything until the end of July. */
export function filesOfJuly({ plan, july }: Known, members: MemberDossiers): RegisterFiles {
  const counted = july.accounts.filter(({ isCounted }) => isCounted);
  const transacting = spread(plan.transacting.july, counted.length);
  const { part, whole } = plan.memberDossiers.july;
  return {
    accounts: [
      ...counted.map((account, index) => accountLine(account, transacting.has(index) ? 1 + (index % 4) : 0)),
      ...july.accounts.filter(({ isCounted }) => !isCounted).map((account) => accountLine(account, 0)),
    ],
    dossiers: [...july.dossiers.map(dossierLine), ...memberLines(monthsThrough("2022-05", "2023-07"), { online: part, paper: whole - part }, members)],
  };
}

/**
 * What it exported at the end of August: what was new since, and what it says otherwise by now. Some who had an account
 * have transacted at last; dossiers that came online by July's file were handed in on paper, or before the teams began.
 */
export function filesOfAugust({ plan, july, august }: Known, members: MemberDossiers): RegisterFiles {
  const before = july.accounts.filter(({ isCounted }) => isCounted);
  const counted = august.accounts.filter(({ isCounted }) => isCounted);
  const more = plan.transacting.august - plan.transacting.july;
  const ofNew = Math.min(more, Math.floor(counted.length * 0.6));
  const transacting = spread(ofNew, counted.length);
  const already = spread(plan.transacting.july, before.length);
  const idle = before.filter((_, index) => !already.has(index));
  if (idle.length < more - ofNew) throw new Error(`Not enough accounts of ${plan.name} are left to transact.`);
  const { july: sharesBefore, august: shares } = plan.memberDossiers;
  const online = shares.part - sharesBefore.part;
  return {
    accounts: [
      ...counted.map((account, index) => accountLine(account, transacting.has(index) ? 1 + (index % 4) : 0)),
      ...august.accounts.filter(({ isCounted }) => !isCounted).map((account) => accountLine(account, 0)),
      ...idle.slice(0, more - ofNew).map((account) => accountLine(account, 1)),
    ],
    dossiers: [
      ...august.dossiers.map(dossierLine),
      ...july.dossiers.slice(0, plan.takenBack).map((dossier, index) => dossierLine(index % 2 === 0 ? { ...dossier, channel: "paper" } : { ...dossier, receivedOn: "2023-02-20" })),
      ...memberLines([august2023], { online, paper: shares.whole - sharesBefore.whole - online }, members),
    ],
  };
}

/** Offices with which no volunteer deals. */
const memberOffice = 61;

function memberLines(months: readonly string[], { online, paper }: { readonly online: number; readonly paper: number }, { memberAt, nextDossierCode, services }: MemberDossiers): string[] {
  const all = online + paper;
  const isOnline = spread(online, all);
  return Array.from({ length: all }, (_, index) => {
    const month = months[Math.floor((index * months.length) / all)]!;
    const receivedOn = dayOf(momentIn(month, index % 28, 28));
    return dossierLine({
      code: nextDossierCode(memberOffice, receivedOn), receivedOn, service: services[index % services.length]!.name,
      channel: isOnline.has(index) ? "online" : "paper", paidOnline: isOnline.has(index) && index % 3 === 0, applicant: memberAt(index).personalNumber,
    });
  });
}

function accountLine({ number, createdOn }: BookPart["accounts"][number], transactions: number): string {
  return `${number},${printed(createdOn)},${transactions}`;
}

function dossierLine({ code, receivedOn, service, channel, paidOnline, applicant = "" }: BookPart["dossiers"][number]): string {
  return `${code},${printed(receivedOn)},"${service}",${channel === "online" ? "Trực tuyến" : "Trực tiếp"},${paidOnline ? "Có" : "Không"},${applicant}`;
}

/** 31/12/2023 */
function printed(day: string): string {
  return day.split("-").reverse().join("/");
}
