import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitActions } from "@/components/organisation/unit-actions";
import { UnitBelow } from "@/components/organisation/unit-below";
import { UnitFacts } from "@/components/organisation/unit-facts";
import { UnitHead } from "@/components/organisation/unit-head";
import { UnitHistory } from "@/components/organisation/unit-history";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readUnitPage } from "@/lib/server/organisation/read-unit";
import { organisationTexts as texts } from "@/lib/text/organisation";
import "@/components/organisation/organisation.css";

export const metadata: Metadata = { title: texts.title };

export default async function UnitPage({ searchParams }: PageProps<"/desk/organisation/unit">) {
  const { actor } = await requirePerson("/desk/organisation");
  const id = Uuid.safeParse((await searchParams).unit).data;
  const now = new Date().toISOString();
  const unit = id ? await readUnitPage(actor, id, now) : undefined;
  if (!unit) notFound();
  const isOver = unit.validTo !== undefined && unit.validTo <= localDateOf(now);
  return (
    <>
      <UnitHead title={unit.name} path={unit.path} {...(isOver ? { note: texts.closed } : {})} />
      <div className="organisation">
        <UnitActions unit={unit} />
        <UnitFacts unit={unit} />
        {unit.kind !== "team" && <UnitBelow units={unit.children} />}
        <UnitHistory rows={unit.history} mayChange={unit.mayChange || unit.history.some(({ mayTakeBack }) => mayTakeBack)} />
      </div>
    </>
  );
}
