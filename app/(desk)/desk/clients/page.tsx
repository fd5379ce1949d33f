import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientTable } from "@/components/clients/client-table";
import { NewClient } from "@/components/clients/new-client";
import { requirePerson } from "@/lib/server/auth/current-person";
import { listClients } from "@/lib/server/clients/list-clients";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { clientTexts } from "@/lib/text/desk-clients";
import "@/components/clients/clients.css";

export const metadata: Metadata = { title: clientTexts.title };

/** Programs that read sums, for whoever gives them keys. */
export default async function ClientsPage() {
  const { actor } = await requirePerson("/desk/clients");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{clientTexts.title}</h1>
          <p className="desk-caption text-ink-2">{clientTexts.about}</p>
        </div>
      </header>
      <div className="clients">
        <div><ClientTable clients={await listClients(actor, now)} /></div>
        <div>
          <NewClient />
          <section className="desk-panel client-how">
            <h2 className="desk-head">{clientTexts.howTo}</h2>
            <p className="desk-dense text-ink-2">{clientTexts.howToSentence}</p>
            <p className="desk-dense"><a href="/api/aggregates/openapi.json">/api/aggregates/openapi.json</a></p>
            <p className="desk-dense text-ink-2">{clientTexts.limit}</p>
          </section>
        </div>
      </div>
    </>
  );
}
