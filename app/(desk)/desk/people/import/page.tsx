import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { peopleHref } from "@/components/people/people-href";
import { PeopleImport } from "@/components/people/people-import";
import { requirePerson } from "@/lib/server/auth/current-person";
import { mayImport } from "@/lib/server/people/import-people";
import { peopleTexts } from "@/lib/text/people";
import { peopleFileTexts } from "@/lib/text/people-file";
import "@/components/people/people.css";

export const metadata: Metadata = { title: peopleFileTexts.title };

export default async function PeopleImportPage() {
  const { actor } = await requirePerson("/desk/people/import");
  if (!mayImport(actor, new Date().toISOString())) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="people-back" href={peopleHref}>{peopleTexts.back}</Link>
          <h1 className="desk-title">{peopleFileTexts.title}</h1>
        </div>
      </header>
      <div className="people">
        <PeopleImport />
      </div>
    </>
  );
}
