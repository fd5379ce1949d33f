import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckDesk } from "@/components/checks/check-desk";
import { OfficerTabs, checksHref } from "@/components/checks/officer-tabs";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { officerKinds } from "@/lib/domain/evidence/checked-kind";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { rolesOn } from "@/lib/server/auth/person";
import { countOpen, readCheckPage } from "@/lib/server/evidence/read-check-page";
import { officerTexts } from "@/lib/text/desk-checks";
import { formatCount } from "@/lib/text/moment";
import "@/components/checks/checks.css";

export const metadata: Metadata = { title: officerTexts.title };

/** Articles and events of the officer's units: looked at, then said yes or no to. */
export default async function ChecksPage({ searchParams }: PageProps<"/desk/checks">) {
  const person = await requirePerson("/desk/checks");
  const now = new Date().toISOString();
  if (!rolesOn(person, localDateOf(now)).includes("officer")) redirect("/desk");
  const asked = await searchParams;
  const kind = officerKinds.find((one) => one === asked.kind) ?? "articlePublished";
  const view = asked.view === "done" ? "done" : "open";
  const after = typeof asked.after === "string" ? asked.after : undefined;
  const [articles, events] = await Promise.all(officerKinds.map((one) => countOpen(person.actor, { kind: one }, now)));
  const page = await readCheckPage(person.actor, { kind, view, ...(after ? { after } : {}) }, now);
  if (page.rows.length === 0 && after) redirect(checksHref({ kind, view }));
  const counts = { articlePublished: articles?.open ?? 0, eventHeld: events?.open ?? 0 };
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{officerTexts.title}</h1>
          <p className="desk-dense text-ink-2">{officerTexts.open(formatCount(counts.articlePublished + counts.eventHeld))}</p>
        </div>
        {page.rows.length > 0 && <span className="ml-auto"><SheetLinks sheet="checks" query={{ kind, view }} /></span>}
      </header>
      <OfficerTabs kind={kind} view={view} counts={counts} />
      <CheckDesk
        kind={kind} rows={page.rows} view={view} part="decide" path="/desk/checks" empty={view === "done" ? officerTexts.emptyDone : officerTexts.empty}
        firstHref={after && checksHref({ kind, view })} nextHref={page.next && checksHref({ kind, view, after: page.next })}
      />
    </>
  );
}
