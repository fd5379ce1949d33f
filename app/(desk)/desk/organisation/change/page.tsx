import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeForm } from "@/components/organisation/change-form";
import { UnitHead } from "@/components/organisation/unit-head";
import { Uuid } from "@/lib/domain/ids";
import { changeKinds } from "@/lib/domain/organisation/organisation-change";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readChangeChoice } from "@/lib/server/organisation/read-choice";
import { organisationTexts as texts } from "@/lib/text/organisation";
import "@/components/organisation/organisation.css";

export const metadata: Metadata = { title: texts.change };

export default async function ChangePage({ searchParams }: PageProps<"/desk/organisation/change">) {
  const { actor } = await requirePerson("/desk/organisation");
  const parameters = await searchParams;
  const id = Uuid.safeParse(parameters.unit).data;
  const kind = changeKinds.find((one) => one === parameters.kind);
  const now = new Date().toISOString();
  const choice = id && kind ? await readChangeChoice(actor, id, now) : undefined;
  if (!choice || !kind || !(kind === "open" ? choice.kindsBelow.length > 0 : choice.mayChange)) notFound();
  const today = localDateOf(now);
  return (
    <>
      <UnitHead title={`${texts.changes[kind]}: ${choice.unit.name}`} path={[choice.unit]} />
      <div className="organisation">
        <ChangeForm key={`${choice.unit.id} ${kind}`} kind={kind} choice={choice} from={kind === "rename" ? today : addDays(today, 1)} />
      </div>
    </>
  );
}
