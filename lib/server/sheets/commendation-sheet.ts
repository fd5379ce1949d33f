import "server-only";
import type { Commended } from "@/lib/domain/report/commendation";
import { formatDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetTable } from "@/lib/protocol/sheets";
import { commendationAsked } from "@/lib/server/reports/commendation-query";
import { readCommendation, type Commendation } from "@/lib/server/reports/read-commendation";
import { commendationReason } from "@/lib/text/commendation-reason";
import { commendationTexts as texts } from "@/lib/text/desk-commendation";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import { readIssuer } from "./read-issuer";
import type { SheetReader } from "./sheet";

/** Teams and people that stand out: /desk/commendation. On paper one of the two lists, as the address says. */
export const readCommendationSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const asked = commendationAsked(actor, parameters, now);
  const commendation = asked?.unitId ? await readCommendation(actor, asked.unitId, asked.days, now) : undefined;
  if (!commendation) return undefined;
  const tables = [teamsTable(commendation, now), peopleTable(commendation, now)] as const;
  return {
    fileName: texts.fileName(commendation.days.through),
    orientation: "landscape",
    tables: parameters.list === "people" ? [tables[1], tables[0]] : tables,
    issuer: { ...(await readIssuer(actor, commendation.unit.id)), signers: [sheetTexts.signers.made, sheetTexts.signers.unit] },
  };
};

const { columns } = texts;
const count = (head: string, width = 10): SheetColumn => ({ head, kind: "count", width });
const text = (head: string, width: number): SheetColumn => ({ head, kind: "text", width });

function aboutOf({ unit, days }: Commendation, now: string): string[] {
  return [unit.name, texts.days(formatDate(days.from), formatDate(days.through)), sheetTexts.asOf(momentText(now))];
}

export function teamsTable(commendation: Commendation, now: string): SheetTable {
  const { teams } = commendation;
  return {
    name: texts.teams,
    title: texts.documentTitle.teams,
    about: aboutOf(commendation, now),
    columns: [count(columns.number, 5), text(columns.team, 34), count(columns.confirmed), count(columns.matched), count(columns.refuted), count(columns.teamBase), text(columns.reason, 60)],
    rows: teams.commended.map((row, index) => [index + 1, row.name, ...countsOf(row), commendationReason(row, teams, texts.teamUnit)]),
    notes: [texts.note],
  };
}

export function peopleTable(commendation: Commendation, now: string): SheetTable {
  const { people } = commendation;
  return {
    name: texts.people,
    title: texts.documentTitle.people,
    about: aboutOf(commendation, now),
    columns: [
      count(columns.number, 5), text(columns.person, 26), text(columns.team, 30), count(columns.confirmed), count(columns.matched), count(columns.refuted), count(columns.personBase), text(columns.reason, 56),
    ],
    rows: people.commended.map((row, index) => [index + 1, row.name, row.unitName ?? "", ...countsOf(row), commendationReason(row, people, texts.personUnit)]),
    notes: [texts.note],
  };
}

function countsOf({ confirmed, matched, refuted, base }: Commended): number[] {
  return [confirmed, matched, refuted, base];
}
