import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TargetImport } from "@/components/targets/target-import";
import { targetHref } from "@/components/targets/targets-href";
import { requirePerson } from "@/lib/server/auth/current-person";
import { askedTargets } from "@/lib/server/targets/asked-targets";
import { readTargetGrid } from "@/lib/server/targets/read-target-grid";
import { targetTexts } from "@/lib/text/desk-targets";
import "@/components/targets/targets.css";

export const metadata: Metadata = { title: targetTexts.importTitle };

export default async function TargetImportPage({ searchParams }: PageProps<"/desk/targets/import">) {
  const { actor } = await requirePerson("/desk/targets/import");
  const now = new Date().toISOString();
  const asked = askedTargets(actor, await searchParams, now);
  if (!asked) notFound();
  const { unitId, year } = asked;
  const grid = unitId ? await readTargetGrid(actor, unitId, year, now) : undefined;
  if (!unitId || !grid || ![grid.unit, ...grid.children].some(({ mayEdit }) => mayEdit)) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline" prefetch={false} href={targetHref({ unitId, year })}>{targetTexts.back}</Link>
          <h1 className="desk-title">{`${targetTexts.importTitle}: ${grid.unit.name}, ${year}`}</h1>
        </div>
      </header>
      <div className="targets">
        <TargetImport unitId={unitId} year={year} />
      </div>
    </>
  );
}
