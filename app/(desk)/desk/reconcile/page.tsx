import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { ImportPreview } from "@/components/reconcile/import-preview";
import { ImportResult } from "@/components/reconcile/import-result";
import { PreviewActions } from "@/components/reconcile/preview-actions";
import { ReconcileTop } from "@/components/reconcile/reconcile-top";
import { RunningImport } from "@/components/reconcile/running-import";
import { stepOf } from "@/components/reconcile/step-of";
import { UnreadPanel } from "@/components/reconcile/unread-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import { Uuid } from "@/lib/domain/ids";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { readNearMisses } from "@/lib/server/imports/near-misses";
import { findPreviousImport, listImports, readImport } from "@/lib/server/imports/read-import";
import { readUnfoundUnits } from "@/lib/server/imports/read-standing-page";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import "@/components/reconcile/reconcile.css";

export const metadata: Metadata = { title: reconcileTexts.nav };

/** One import, wherever it is; without one in the address the last that was accepted, or the way to a first. */
export default async function ReconcilePage({ searchParams }: PageProps<"/desk/reconcile">) {
  const { actor } = await requirePerson("/desk/reconcile");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) notFound();
  const parameters = await searchParams;
  const id = "import" in parameters ? Uuid.safeParse(parameters.import).data : (await listImports(actor, now)).find(({ status }) => status === "accepted")?.id;
  if (!id && !("import" in parameters)) redirect("/desk/reconcile/new");
  const detail = id ? await readImport(actor, id, now) : undefined;
  if (!detail) notFound();
  const { summary, result } = detail;
  const isReady = summary.status === "ready";
  return (
    <>
      <ReconcileTop step={stepOf(summary)}>
        <Link className={denseButtonClass()} href="/desk/reconcile/history">{reconcileTexts.history}</Link>
        {!isReady && <Link className={denseButtonClass("main")} href="/desk/reconcile/new">{reconcileTexts.newImport}</Link>}
      </ReconcileTop>
      <div className="reconcile">
        {isReady && (
          <>
            <ImportPreview detail={detail} />
            <UnreadPanel detail={detail} shown={10} />
            <PreviewActions id={summary.id} note={summary.newCount + summary.changedCount === 0 ? reconcileTexts.nothingNew : undefined} />
          </>
        )}
        {summary.status === "accepted" && summary.phase === undefined && (
          <ImportResult
            detail={detail}
            previous={await findPreviousImport(actor, summary)}
            misses={await readNearMisses(actor, now, 3)}
            unfound={await readUnfoundUnits(actor, summary.kind, now, 4)}
          />
        )}
        {(summary.status === "reading" || summary.status === "accepting" || summary.phase !== undefined) && (
          <RunningImport id={summary.id} silent={summary.status === "reading" && summary.silent} waitsForFile={summary.status === "reading"} />
        )}
        {(summary.status === "cancelled" || summary.status === "failed") && (
          <section className="desk-panel import-run">
            <p className="desk-body">{result.sameAs ? reconcileTexts.sameFile : reconcileTexts.gone}</p>
            {result.sameAs && <Link className={denseButtonClass()} href={`/desk/reconcile?import=${result.sameAs}`}>{reconcileTexts.seeThat}</Link>}
          </section>
        )}
      </div>
    </>
  );
}
