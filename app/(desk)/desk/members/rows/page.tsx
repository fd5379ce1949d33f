import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { dashboardHref } from "@/components/dashboard/dashboard-href";
import { PartLinks } from "@/components/register-rows/part-links";
import { shareRowsLinks } from "@/components/register-rows/rows-href";
import { RowsPages } from "@/components/register-rows/rows-pages";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { SheetView } from "@/components/sheets/sheet-view";
import { denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { parseShareRows } from "@/lib/server/members/rows-query";
import { readShareRows } from "@/lib/server/members/read-share-rows";
import { shareRowsTable } from "@/lib/server/sheets/share-rows-sheet";
import { rowTexts } from "@/lib/text/register-rows";
import "@/components/register-rows/register-rows.css";

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
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{table.title}</h1>
          {table.about.map((line) => <p key={line} className="desk-caption text-ink-2">{line}</p>)}
        </div>
        <div className="rows-tools">
          {found.count > 0 && <SheetLinks sheet="share-rows" query={links.sheet} />}
          <Link prefetch={false} className={denseButtonClass()} href={dashboardHref({ unit: unitId, indicator, from: first, to: through, tree: treeOn === through ? undefined : treeOn, asOf })}>{rowTexts.back}</Link>
        </div>
      </header>
      <div className="register-rows">
        <PartLinks query={query} />
        {found.rows.length > 0 ? <SheetView table={table} /> : <p className="desk-body">{rowTexts.none}</p>}
        <RowsPages page={query.page} hasNext={found.hasNext} hrefOf={links.hrefOf} />
      </div>
    </>
  );
}
