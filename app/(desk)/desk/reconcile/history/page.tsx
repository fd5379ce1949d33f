import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/reconcile/history-table";
import { ReconcileTop } from "@/components/reconcile/reconcile-top";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { listImports } from "@/lib/server/imports/read-import";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import "@/components/reconcile/reconcile.css";

export const metadata: Metadata = { title: reconcileTexts.nav };

export default async function ImportHistoryPage() {
  const { actor } = await requirePerson("/desk/reconcile/history");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) notFound();
  return (
    <>
      <ReconcileTop>
        <Link className={denseButtonClass("main")} href="/desk/reconcile/new">{reconcileTexts.newImport}</Link>
      </ReconcileTop>
      <div className="reconcile"><HistoryTable imports={await listImports(actor, now)} /></div>
    </>
  );
}
