import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StandingList } from "@/components/reconcile/standing-list";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readStandingPage, StandingQuery } from "@/lib/server/imports/read-standing-page";
import { reconcileTexts, registerKindNames, standingTexts } from "@/lib/text/desk-reconcile";
import "@/components/reconcile/reconcile.css";

export const metadata: Metadata = { title: reconcileTexts.seeEntries };

export default async function StandingEntriesPage({ searchParams }: PageProps<"/desk/reconcile/entries">) {
  const { actor } = await requirePerson("/desk/reconcile");
  const query = StandingQuery.safeParse(await searchParams).data;
  const page = query && (await readStandingPage(actor, query, new Date().toISOString()));
  if (!page) notFound();
  return (
    <>
      <header className="desk-top">
        <h1 className="desk-title">{reconcileTexts.listTitle(standingTexts[query.standing].name, registerKindNames[query.kind].toLowerCase())}</h1>
        <Link className={`${denseButtonClass()} ml-auto`} href="/desk/reconcile">{reconcileTexts.back}</Link>
      </header>
      <div className="reconcile"><StandingList kind={query.kind} standing={query.standing} unit={query.unit} page={page} /></div>
    </>
  );
}
