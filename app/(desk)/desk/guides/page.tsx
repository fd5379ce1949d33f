import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { guideHref } from "@/components/guides/desk/guide-href";
import { GuideTable } from "@/components/guides/desk/guide-table";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readNewestVersions } from "@/lib/server/guides/read-guide-versions";
import { deskGuides } from "@/lib/text/desk-guides";

export const metadata: Metadata = { title: deskGuides.title };

export default async function GuidesPage() {
  const { actor } = await requirePerson("/desk/guides");
  const guides = await readNewestVersions(actor, new Date().toISOString());
  if (!guides) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{deskGuides.title}</h1>
          <p className="desk-dense text-ink-2">{deskGuides.intro}</p>
        </div>
        <Link className={`${denseButtonClass("main")} ml-auto`} href={guideHref()}>{deskGuides.add}</Link>
      </header>
      <section className="desk-panel m-4 overflow-x-auto">
        {guides.length === 0 ? <p className="p-6 text-ink-2">{deskGuides.none}</p> : <GuideTable guides={guides} />}
      </section>
    </>
  );
}
