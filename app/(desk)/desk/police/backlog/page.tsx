import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BacklogTable } from "@/components/police/backlog-table";
import { waitingEntriesHref } from "@/components/police/police-href";
import { PoliceTop } from "@/components/police/police-top";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { rolesOn } from "@/lib/server/auth/person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { policeTexts } from "@/lib/text/desk-police";
import { momentText } from "@/lib/text/moment";
import "@/components/police/police.css";

export const metadata: Metadata = { title: policeTexts.backlogTitle };

/** For whoever keeps the registers: where the police falls behind. Numbers only. */
export default async function BacklogPage() {
  const person = await requirePerson("/desk/police/backlog");
  const now = new Date().toISOString();
  if (!rolesOn(person, localDateOf(now)).includes("provinceVerifier")) redirect("/desk");
  const [unitId = ""] = supervisedUnits(person.actor);
  const backlog = await readBacklog(person.actor, now);
  return (
    <>
      <PoliceTop title={policeTexts.backlogTitle} backlog={backlog} today={localDateOf(now)} />
      <div className="police-page">
        {backlog.length > 0 ? <BacklogTable rows={backlog} entriesHrefOf={(row) => waitingEntriesHref(row, unitId, localDateOf(now))} /> : <p>{policeTexts.backlogNone}</p>}
        {backlog.length > 0 && <SheetLinks sheet="backlog" />}
        <p className="desk-dense text-ink-2">{policeTexts.backlogNote(momentText(now))}</p>
      </div>
    </>
  );
}
