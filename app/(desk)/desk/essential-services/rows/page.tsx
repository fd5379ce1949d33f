import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { serviceRowsLinks } from "@/components/register-rows/rows-href";
import { RowsScreen } from "@/components/register-rows/rows-screen";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { SheetView } from "@/components/sheets/sheet-view";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { parseServiceRows } from "@/lib/server/members/rows-query";
import { readServiceRows } from "@/lib/server/reports/read-service-rows";
import { serviceRowsTable } from "@/lib/server/sheets/service-rows-sheet";
import { rowTexts } from "@/lib/text/register-rows";

export const metadata: Metadata = { title: rowTexts.title };

export default async function ServiceRowsPage({ searchParams }: PageProps<"/desk/essential-services/rows">) {
  const { actor } = await requirePerson("/desk/essential-services");
  const query = parseServiceRows(await searchParams);
  const found = query && (await readServiceRows(actor, query, new Date().toISOString()));
  if (!query || !found) notFound();
  const table = serviceRowsTable(found, query);
  const links = serviceRowsLinks(query);
  return (
    <RowsScreen
      table={table} page={query.page} hasNext={found.hasNext} hrefOf={links.hrefOf}
      tools={<>
        {found.count > 0 && <SheetLinks sheet="service-rows" query={links.sheet} />}
        <Link prefetch={false} className={denseButtonClass()} href={`/desk/essential-services?${new URLSearchParams({ month: query.month, asOf: query.asOf })}`}>{rowTexts.backToServices}</Link>
      </>}
    >
      <SheetView table={table} />
    </RowsScreen>
  );
}
