import { redirect } from "next/navigation";
import { CheckDesk } from "@/components/checks/check-desk";
import { BacklogTable } from "@/components/police/backlog-table";
import { PoliceFilter } from "@/components/police/police-filter";
import { policeHref, type PolicePath } from "@/components/police/police-href";
import { PoliceTop, sumOf } from "@/components/police/police-top";
import { batchDayOf } from "@/lib/domain/evidence/friday-batch";
import { formatDate } from "@/lib/domain/time/local-date";
import { checkPageSize, readCheckPage } from "@/lib/server/evidence/read-check-page";
import { policeTexts } from "@/lib/text/desk-police";
import { formatCount } from "@/lib/text/moment";
import { readPolicePage, type Parameters } from "./police-page";
import "@/components/checks/checks.css";
import "@/components/police/police.css";

/** What waits for a word, or what has one. */
export async function PoliceList({ path, view, parameters }: { readonly path: PolicePath; readonly view: "open" | "done"; readonly parameters: Promise<Parameters> }) {
  const { actor, part, kind, areaId, after, areas, backlog, counts, today, now } = await readPolicePage(path, parameters);
  const page = await readCheckPage(actor, { kind, view, ...(areaId ? { areaId } : {}), ...(after ? { after } : {}) }, now);
  if (page.rows.length === 0 && after) redirect(policeHref(path, { kind, areaId }));
  const due = sumOf(backlog, "due");
  return (
    <>
      <PoliceTop title={view === "open" ? policeTexts.title : policeTexts.done} backlog={backlog} today={today} />
      {view === "open" && due > 0 && <p className="checks-due">{policeTexts.reminder(formatCount(due), formatDate(batchDayOf(today)))}</p>}
      <PoliceFilter path={path} kind={kind} areaId={areaId} areas={areas} {...(view === "open" ? { counts } : {})} />
      {view === "open" && backlog.length > 1 && (
        <details className="police-areas">
          <summary>{policeTexts.areasTitle}</summary>
          <BacklogTable rows={backlog} hrefOf={(row) => policeHref(path, { kind: row.kind === "householdInformed" ? row.kind : "vneidActivated", areaId: row.areaId })} />
        </details>
      )}
      <CheckDesk
        kind={kind} rows={page.rows} view={view} part={part} path={path}
        empty={view === "done" ? policeTexts.emptyDone : part === "propose" ? policeTexts.emptyHelper : policeTexts.empty}
        firstHref={after && policeHref(path, { kind, areaId })}
        nextHref={page.next && page.rows.length === checkPageSize ? policeHref(path, { kind, areaId, after: page.next }) : undefined}
      />
    </>
  );
}
