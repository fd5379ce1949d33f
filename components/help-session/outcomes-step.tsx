"use client";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { outcomeIcons } from "@/components/phone/outcome-icons";
import { ChoiceRow } from "@/components/ui/choice";
import { isPersonOutcome, sessionOutcomeKinds, type OutcomeKind } from "@/lib/domain/entry/outcome";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { outcomeNames } from "@/lib/text/outcomes";
import { DossierList } from "./dossier-list";
import { newOutcome, type DraftOutcome } from "./draft";
import { byLastUse, type LastUsed } from "./last-used";
import { PlaceFields } from "./place-fields";
import { rankServices } from "./rank-services";
import { ServicePicker } from "./service-picker";
import { StepTitle } from "./step-title";
import type { RecordForm } from "./use-record-form";

type Props = { readonly form: RecordForm; readonly phone: Phone; readonly lastUsed: LastUsed };

/** What was helped: last used first, a chosen row asks its own questions in place. */
export function OutcomesStep({ form, phone, lastUsed }: Props) {
  const { outcomes, subject } = form.draft;
  const [services] = useState(() => rankServices(phone.entries.getSnapshot(), lastUsed.services, phone.now()));
  const offered = sessionOutcomeKinds.filter((kind) => subject.kind === "person" || !isPersonOutcome(kind));
  const missing = problemAt(form.problems, "outcomes");
  const set = (next: readonly DraftOutcome[]) => form.change({ outcomes: next });
  const change = (id: string, changes: Partial<DraftOutcome>) =>
    set(outcomes.map((outcome) => (outcome.id === id ? { ...outcome, ...changes } : outcome)));
  const choose = (kind: OutcomeKind, on: boolean) =>
    set(on ? [...outcomes, newOutcome(phone.newId(), kind)] : outcomes.filter((outcome) => outcome.kind !== kind));

  /** What a chosen row asks; most ask nothing. */
  const detailsOf = (kind: OutcomeKind, first: DraftOutcome | undefined) => {
    if (kind === "dossierSubmitted") return <DossierList form={form} phone={phone} services={services} onChange={change} onSet={set} />;
    if (kind !== "guidanceGiven" || !first) return null;
    return (
      <ServicePicker
        label={helpSession.outcomes.guidanceService} phone={phone} recent={services} value={first.service}
        onChange={(service) => change(first.id, { service })}
      />
    );
  };

  return (
    <>
      <StepTitle>{helpSession.outcomes.question}</StepTitle>
      {missing && <p className="text-bad">{missing}</p>}
      <div className="grid gap-2.5" data-field="outcomes">
        {byLastUse<OutcomeKind>(offered, lastUsed.outcomeKinds).map((kind) => {
          const chosen = outcomes.filter((outcome) => outcome.kind === kind);
          return (
            <ChoiceRow key={kind} icon={outcomeIcons[kind]} label={outcomeNames[kind].full} checked={chosen.length > 0} onChange={(on) => choose(kind, on)}>
              {detailsOf(kind, chosen[0])}
            </ChoiceRow>
          );
        })}
      </div>
      <div className="text-small text-ink-2">
        <p className="flex gap-2">
          <ShieldCheck aria-hidden size={20} className="flex-none" />
          {helpSession.otpGuard}
        </p>
        <Link href="/guides" prefetch={false} className="inline-flex min-h-12 items-center font-semibold text-brand underline underline-offset-4">
          {helpSession.outcomes.guides}
        </Link>
      </div>
      <PlaceFields form={form} phone={phone} recent={lastUsed.places ?? []} />
    </>
  );
}
