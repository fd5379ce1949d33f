import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TargetCopy } from "@/components/targets/target-copy";
import { targetHref } from "@/components/targets/targets-href";
import { requirePerson } from "@/lib/server/auth/current-person";
import { askedTargets } from "@/lib/server/targets/asked-targets";
import { readCopyPlan } from "@/lib/server/targets/plan-copy";
import { targetTexts } from "@/lib/text/desk-targets";
import "@/components/targets/targets.css";

export const metadata: Metadata = { title: targetTexts.title };

export default async function TargetCopyPage({ searchParams }: PageProps<"/desk/targets/copy">) {
  const { actor } = await requirePerson("/desk/targets/copy");
  const now = new Date().toISOString();
  const asked = askedTargets(actor, await searchParams, now);
  if (!asked) notFound();
  const { unitId, year } = asked;
  const plan = unitId ? await readCopyPlan(actor, { unitId, year }, now) : undefined;
  if (!unitId || !plan) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline" prefetch={false} href={targetHref({ unitId, year })}>{targetTexts.back}</Link>
          <h1 className="desk-title">{`${targetTexts.copyTitle(year - 1, year)}: ${plan.unitName}`}</h1>
        </div>
      </header>
      <div className="targets"><TargetCopy unitId={unitId} year={year} changes={plan.changes} /></div>
    </>
  );
}
