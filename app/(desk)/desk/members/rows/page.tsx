import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { dashboardHref } from "@/components/dashboard/dashboard-href";
import { PartLinks } from "@/components/register-rows/part-links";
import { shareRowsLinks } from "@/components/register-rows/rows-href";
import { RowsScreen } from "@/components/register-rows/rows-screen";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { SheetView } from "@/components/sheets/sheet-view";
import { denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { parseShareRows } from "@/lib/server/members/rows-query";
import { readShareRows } from "@/lib/server/members/read-share-rows";
import { shareRowsTable } from "@/lib/server/sheets/share-rows-sheet";
import { rowTexts } from "@/lib/text/register-rows";

export const metadata: Metadata = { title: rowTexts.title };

export default async function ShareRowsPage({ searchParams }: PageProps<"/desk/members/rows">) {
  const { actor } = await requirePerson("/desk/dashboard");
  const now = new Date().toISOString();
  const query = parseShareRows(await searchParams);
  const found = query && (await readShareRows(actor, query, now));
  if (!query || !found) notFound();
  const table = shareRowsTable(found, query, localDateOf(now));
  const links = shareRowsLinks(query);
  const { unitId, indicator, first, through, treeOn, asOf } = query;
  return (
    <RowsScreen
      table={table} page={query.page} hasNext={found.hasNext} hrefOf={links.hrefOf} parts={<PartLinks query={query} />}
      tools={<>
        {found.count > 0 && <SheetLinks sheet="share-rows" query={links.sheet} />}
        <Link prefetch={false} className={denseButtonClass()} href={dashboardHref({ unit: unitId, indicator, from: first, to: through, tree: treeOn === through ? undefined : treeOn, asOf })}>{rowTexts.back}</Link>
      </>}
    >
      <SheetView table={table} />
    </RowsScreen>
  );
}
