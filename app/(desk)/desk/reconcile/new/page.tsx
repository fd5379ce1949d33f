import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewImport } from "@/components/reconcile/new-import";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import "@/components/reconcile/reconcile.css";

export const metadata: Metadata = { title: reconcileTexts.nav };

export default async function NewImportPage() {
  const { actor } = await requirePerson("/desk/reconcile/new");
  if (!keepsRegisters(actor, new Date().toISOString())) notFound();
  return <NewImport />;
}
