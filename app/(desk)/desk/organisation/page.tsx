import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DayForm } from "@/components/organisation/day-form";
import { dayWords } from "@/components/organisation/day-words";
import { UnitTree } from "@/components/organisation/unit-tree";
import { LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readTreeOfDay, seesTree } from "@/lib/server/organisation/read-tree";
import { organisationTexts as texts } from "@/lib/text/organisation";
import "@/components/organisation/organisation.css";

export const metadata: Metadata = { title: texts.title };

export default async function OrganisationPage({ searchParams }: PageProps<"/desk/organisation">) {
  const { actor } = await requirePerson("/desk/organisation");
  const now = new Date().toISOString();
  if (!seesTree(actor, now)) redirect("/desk");
  const today = localDateOf(now);
  const day = LocalDate.safeParse((await searchParams).day).data ?? today;
  const { rows } = await readTreeOfDay(actor, day, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{texts.title}</h1>
          <p className="desk-caption text-ink-2">{texts.about}</p>
        </div>
        <DayForm day={day} today={today} />
      </header>
      <div className="organisation">
        {rows.length > 0 ? <UnitTree key={day} label={texts.tree(dayWords(day))} rows={rows} /> : <p className="desk-body text-ink-2">{texts.empty}</p>}
      </div>
    </>
  );
}
