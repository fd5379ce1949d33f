import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DefinitionTable } from "@/components/targets/definition-table";
import { TargetGrid } from "@/components/targets/target-grid";
import { TargetLinks } from "@/components/targets/target-links";
import { targetHref } from "@/components/targets/targets-href";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { askedTargets, targetYears } from "@/lib/server/targets/asked-targets";
import { readDefinitions } from "@/lib/server/targets/read-definitions";
import { readTargetGrid } from "@/lib/server/targets/read-target-grid";
import { targetTexts } from "@/lib/text/desk-targets";
import "@/components/targets/targets.css";

export const metadata: Metadata = { title: targetTexts.title };

export default async function TargetsPage({ searchParams }: PageProps<"/desk/targets">) {
  const { actor } = await requirePerson("/desk/targets");
  const now = new Date().toISOString();
  const asked = askedTargets(actor, await searchParams, now);
  if (!asked) notFound();
  const { unitId, year } = asked;
  const grid = unitId ? await readTargetGrid(actor, unitId, year, now) : undefined;
  if (!grid) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          {grid.parents.length > 0 && (
            <nav aria-label={targetTexts.parents} className="target-crumbs">
              {grid.parents.map(({ id, name }) => <Link key={id} prefetch={false} href={targetHref({ unitId: id, year })}>{name}</Link>)}
            </nav>
          )}
          <h1 className="desk-title">{`${targetTexts.title}: ${grid.unit.name}`}</h1>
          <p className="desk-caption text-ink-2">{targetTexts.about}</p>
        </div>
        <TargetLinks grid={grid} years={targetYears(now)} />
      </header>
      <div className="targets">
        <TargetGrid key={`${grid.unit.id} ${year}`} grid={grid} />
        <DefinitionTable definitions={await readDefinitions(actor)} mayChange={keepsRegisters(actor, now)} />
      </div>
    </>
  );
}
