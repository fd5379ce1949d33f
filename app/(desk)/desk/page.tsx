import type { Metadata } from "next";
import Link from "next/link";
import { deskPagesOf } from "@/components/desk-shell/desk-pages";
import { EmptyPage } from "@/components/desk-shell/empty-page";
import { StartList } from "@/components/start/start-list";
import { denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { rolesOn } from "@/lib/server/auth/person";
import { worksForProvince } from "@/lib/server/reports/find-report-unit";
import { readStart } from "@/lib/server/start/read-start";
import { desk } from "@/lib/text/desk";
import { startTexts } from "@/lib/text/desk-start";
import { momentText } from "@/lib/text/moment";
import "@/components/start/start.css";

export const metadata: Metadata = { title: startTexts.title };

/** What is due today for whoever signed in. */
export default async function DeskStart() {
  const person = await requirePerson("/desk");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const pages = deskPagesOf(rolesOn(person, today), { forProvince: await worksForProvince(person.actor, today) });
  if (pages.length === 0) {
    return (
      <EmptyPage title={desk.nothingHere.title} sentence={desk.nothingHere.sentence}>
        <Link href="/" className={denseButtonClass()}>{desk.phoneHome}</Link>
      </EmptyPage>
    );
  }
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{startTexts.title}</h1>
          <p className="desk-caption text-ink-2">{startTexts.asOf(momentText(now))}</p>
        </div>
      </header>
      <StartList items={await readStart(person, now)} pages={pages.map(({ href }) => href)} />
    </>
  );
}
