import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { membersHref } from "@/components/members/members-href";
import { PaperTable } from "@/components/members/paper-table";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { membersAsked } from "@/lib/server/members/members-query";
import { screenOf } from "@/lib/server/database/rows-part";
import { readPaperDossiers } from "@/lib/server/members/read-paper-dossiers";
import { paperRoles } from "@/lib/server/members/seen-unit";
import { memberTexts } from "@/lib/text/desk-members";
import "@/components/members/members.css";

export const metadata: Metadata = { title: memberTexts.paper.title };

export default async function PaperDossiersPage({ searchParams }: PageProps<"/desk/members/paper">) {
  const { actor } = await requirePerson("/desk/members/paper");
  const now = new Date().toISOString();
  const asked = await membersAsked(actor, await searchParams, paperRoles, now);
  if (!asked) redirect("/desk");
  const { unitId, window, page } = asked;
  const list = unitId ? await readPaperDossiers(actor, unitId, window, screenOf(page), now) : undefined;
  if (!unitId || !list) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline" prefetch={false} href={membersHref(unitId, window.last)}>{memberTexts.paper.back}</Link>
          <h1 className="desk-title">{`${memberTexts.paper.title}: ${list.unitName}`}</h1>
          <p className="desk-caption text-ink-2">{memberTexts.paper.intro}</p>
        </div>
        {list.count > 0 && (
          <div className="members-links">
            <a className={denseButtonClass()} href={`/api/members/paper?unit=${unitId}&day=${window.last}`} download>
              <Download aria-hidden size={16} />{memberTexts.paper.download}
            </a>
          </div>
        )}
      </header>
      <div className="members"><PaperTable list={list} unitId={unitId} day={window.last} page={page} /></div>
    </>
  );
}
