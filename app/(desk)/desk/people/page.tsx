import { Download, Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AddPerson } from "@/components/people/add-person";
import { IssueForList } from "@/components/people/issue-passwords";
import { PeopleFilter } from "@/components/people/people-filter";
import { importHref, templateHref } from "@/components/people/people-href";
import { PeopleTable } from "@/components/people/people-table";
import { denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { askedPeople } from "@/lib/server/people/asked-people";
import { listPeople } from "@/lib/server/people/list-people";
import { readPlaces } from "@/lib/server/people/read-places";
import { peopleTexts as texts } from "@/lib/text/people";
import "@/components/people/people.css";

export const metadata: Metadata = { title: texts.title };

export default async function PeoplePage({ searchParams }: PageProps<"/desk/people">) {
  const { actor } = await requirePerson("/desk/people");
  const now = new Date().toISOString();
  const query = askedPeople(actor, await searchParams, now);
  if (!query) notFound();
  const [list, places] = [await listPeople(actor, query, now), await readPlaces(actor, now)];
  const isFiltered = Object.keys(query).length > 0;
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{texts.title}</h1>
          <p className="desk-caption text-ink-2">{query.command ? texts.fromImport : texts.about}</p>
        </div>
        <div className="people-links">
          <Link className={denseButtonClass()} href={importHref}><Upload aria-hidden size={16} />{texts.importLink}</Link>
          <a className={denseButtonClass()} href={templateHref("yes")} download><Download aria-hidden size={16} />{texts.download}</a>
          <AddPerson places={places} today={localDateOf(now)} unitId={query.unit} />
        </div>
      </header>
      <div className="people">
        <PeopleFilter query={query} places={places} />
        <IssueForList query={query} count={list.withoutPassword} />
        {list.total > 0 ? <PeopleTable list={list} query={query} /> : <p className="desk-panel people-panel desk-body">{isFiltered ? texts.none : texts.nobody}</p>}
      </div>
    </>
  );
}
