import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ImportHistory } from "@/components/members/import-history";
import { MemberImport } from "@/components/members/member-import";
import { MemberPlanView } from "@/components/members/member-plan";
import { memberImportHref } from "@/components/members/members-href";
import { PlanActions } from "@/components/members/plan-actions";
import { ReadingMembers } from "@/components/members/reading-members";
import { UnreadMembers } from "@/components/members/unread-members";
import { denseButtonClass } from "@/components/ui/dense-button";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { listMemberImports, readMemberImport } from "@/lib/server/members/read-member-imports";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import "@/components/members/members.css";

export const metadata: Metadata = { title: texts.title };

/** One import of members, wherever it is; without one in the address a new one, and what was imported before. */
export default async function MemberImportPage({ searchParams }: PageProps<"/desk/members/import">) {
  const { actor } = await requirePerson("/desk/members/import");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) notFound();
  const parameters = await searchParams;
  const id = Uuid.safeParse(parameters.id).data;
  const detail = id ? await readMemberImport(actor, id, now) : undefined;
  if ("id" in parameters && !detail) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline" href="/desk/members">{texts.back}</Link>
          <h1 className="desk-title">{detail ? detail.summary.fileName : texts.title}</h1>
        </div>
        {detail && <div className="members-links"><Link className={denseButtonClass()} href="/desk/members/import">{texts.newImport}</Link></div>}
      </header>
      <div className="members">
        {detail ? <OneImport detail={detail} /> : <MemberImport today={localDateOf(now)} />}
        {!detail && <ImportHistory imports={await listMemberImports(actor, now)} />}
      </div>
    </>
  );
}

function OneImport({ detail: { summary, result, problems } }: { readonly detail: NonNullable<Awaited<ReturnType<typeof readMemberImport>>> }) {
  const { id, status, silent, sameAs, unreadCount, newCount, changedCount } = summary;
  if (status === "reading" && silent) return <><p className="desk-panel panel-note">{texts.silent}</p><PlanActions id={id} discardsOnly /></>;
  if (status === "reading" || status === "accepting") return <ReadingMembers id={id} title={status === "accepting" ? texts.accepting : texts.reading} refreshes />;
  if (sameAs) return <section className="desk-panel member-run"><p className="desk-body">{texts.sameFile}</p><Link className={denseButtonClass()} href={memberImportHref(sameAs)}>{texts.seeThat}</Link></section>;
  if (status === "cancelled" || status === "failed") return <section className="desk-panel member-run"><p className="desk-body">{texts.gone}</p></section>;
  return (
    <>
      {result.members && <MemberPlanView plan={result.members} unreadCount={unreadCount} isDone={status === "accepted"} />}
      <UnreadMembers id={id} count={unreadCount} problems={problems} />
      {status === "ready" && <PlanActions id={id} note={newCount + changedCount === 0 ? texts.nothingNew : undefined} />}
    </>
  );
}
