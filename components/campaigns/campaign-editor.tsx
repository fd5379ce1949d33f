"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { CampaignForm } from "@/lib/protocol/campaigns";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { campaignHref } from "./campaign-href";
import { PlanAreas } from "./plan-areas";
import { PlanField } from "./plan-field";
import { useCampaignForm } from "./use-campaign-form";

/** A campaign's plan as a form: name, days, goal, and which team goes where. */
export function CampaignEditor({ form }: { readonly form: CampaignForm }) {
  const { draft, problems, trouble, saving, save, change, problemAt } = useCampaignForm(form);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.length > 0) element.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong] input, .plan-add select")?.focus();
  }, [problems]);
  return (
    <form ref={element} className="plan" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="desk-panel plan-fields">
        <PlanField label={campaignTexts.name} value={draft.name} maxLength={200} problem={problemAt("name")} onChange={(event) => change({ name: event.target.value })} />
        <PlanField type="date" label={campaignTexts.from} value={draft.from} problem={problemAt("from")} onChange={(event) => change({ from: event.target.value })} />
        <PlanField type="date" label={campaignTexts.through} value={draft.through} problem={problemAt("through")} onChange={(event) => change({ through: event.target.value })} />
        <PlanField inputMode="numeric" label={campaignTexts.goalField} value={draft.goal} problem={problemAt("goal")} onChange={(event) => change({ goal: event.target.value })} />
        {form.units.length > 1 && (
          <div className="plan-field">
            <label htmlFor="plan-unit">{campaignTexts.unit}</label>
            <select id="plan-unit" value={draft.unitId} onChange={(event) => change({ unitId: event.target.value })}>
              {form.units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </div>
        )}
      </div>
      <div className="desk-panel">
        <PlanAreas form={form} areas={draft.areas} problemAt={problemAt} onChange={(areas) => change({ areas })} />
      </div>
      <footer className="plan-bar">
        <DenseButton type="submit" look="main" disabled={saving}>{saving ? campaignTexts.saving : campaignTexts.save}</DenseButton>
        <Link className={denseButtonClass()} href={form.plan ? campaignHref(form.plan.id) : "/desk/campaigns"}>{campaignTexts.back}</Link>
        <p role="status" className="desk-dense text-warn">
          {problems.length > 0 ? campaignTexts.problems(problems.length) : trouble?.text}{" "}
          {trouble?.signIn && <a className="underline" href="/sign-in?next=/desk/campaigns">{campaignTexts.signIn}</a>}
        </p>
      </footer>
    </form>
  );
}
