import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CommendationForm } from "@/components/commendation/commendation-form";
import { CommendedTable } from "@/components/commendation/commended-table";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { personRule, teamRule } from "@/lib/domain/report/commendation";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { commendationAsked } from "@/lib/server/reports/commendation-query";
import { readCommendation } from "@/lib/server/reports/read-commendation";
import { commendationTexts as texts } from "@/lib/text/desk-commendation";
import { formatCount, formatShare } from "@/lib/text/moment";
import "@/components/commendation/commendation.css";

export const metadata: Metadata = { title: texts.title };

export default async function CommendationPage({ searchParams }: PageProps<"/desk/commendation">) {
  const { actor } = await requirePerson("/desk/commendation");
  const now = new Date().toISOString();
  const asked = commendationAsked(actor, await searchParams, now);
  const found = asked?.unitId ? await readCommendation(actor, asked.unitId, asked.days, now) : undefined;
  if (!asked || !found) notFound();
  const { unit, below, days, teams, people } = found;
  const entries = found.opensEntries ? { first: days.from, through: days.through } : undefined;
  const query = { unit: unit.id, from: days.from, to: days.through };
  return (
    <>
      <header className="desk-top">
        <div>
          {unit.id !== asked.ownUnitId && <Link className="desk-dense text-brand underline" prefetch={false} href="/desk/commendation">{texts.back}</Link>}
          <h1 className="desk-title">{texts.heading(unit.name)}</h1>
          <p className="desk-caption text-ink-2">{texts.days(formatDate(days.from), formatDate(days.through))} {texts.note}</p>
        </div>
        <CommendationForm unit={unit} below={below} from={days.from} through={days.through} today={localDateOf(now)} />
        <SheetLinks sheet="commendation" query={query} />
      </header>
      <div className="commendation">
        {asked.wrong && <p role="alert" className="desk-dense text-warn">{texts.wrong}</p>}
        <CommendedTable entries={entries} of="teams" list={teams} rule={texts.rule.teams(formatShare(teamRule.portion), formatCount(teamRule.leastMatched))}
          download={<SheetLinks sheet="commendation" query={{ ...query, list: "teams" }} formats={["docx"]} />} />
        <CommendedTable entries={entries} of="people" list={people} rule={texts.rule.people(formatShare(personRule.portion), formatCount(personRule.leastMatched), formatCount(personRule.leastBase))}
          download={<SheetLinks sheet="commendation" query={{ ...query, list: "people" }} formats={["docx"]} />} />
      </div>
    </>
  );
}
