import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NearMissesPanel } from "@/components/reconcile/near-misses-panel";
import { ReconcileTop } from "@/components/reconcile/reconcile-top";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { readNearMisses } from "@/lib/server/imports/near-misses";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import "@/components/reconcile/reconcile.css";

export const metadata: Metadata = { title: reconcileTexts.nearMisses };

export default async function QuestionsPage() {
  const { actor } = await requirePerson("/desk/reconcile/questions");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) notFound();
  return (
    <>
      <ReconcileTop><Link className={denseButtonClass()} href="/desk/reconcile">{reconcileTexts.back}</Link></ReconcileTop>
      <div className="reconcile"><NearMissesPanel misses={await readNearMisses(actor, now, 500)} whole /></div>
    </>
  );
}
