"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useWedgeScanner } from "@/components/phone/scanner/use-wedge-scanner";
import { Button } from "@/components/ui/button";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";
import { DossierFields } from "./dossier-fields";
import { newOutcome, type DraftOutcome } from "./draft";
import { takeCode } from "./read-dossier-code";
import type { RecordForm } from "./use-record-form";

type Props = {
  readonly form: RecordForm;
  readonly phone: Phone;
  /** Slugs, the likely ones first. */
  readonly services: readonly string[];
  readonly onChange: (id: string, changes: Partial<DraftOutcome>) => void;
  readonly onSet: (outcomes: readonly DraftOutcome[]) => void;
};

/** `H08-260807-0041`: no hand types fifteen characters in a burst. */
const shortestCode = 15;

/** The dossiers of a session; mostly one, sometimes a pile. A scanner at a counter fills the first that has no code yet. */
export function DossierList({ form, phone, services, onChange, onSet }: Props) {
  const { outcomes } = form.draft;
  const dossiers = outcomes.map((outcome, index) => ({ outcome, index })).filter(({ outcome }) => outcome.kind === "dossierSubmitted");
  const [wedgeProblem, setWedgeProblem] = useState<RefusalCode>();
  useWedgeScanner((read) => {
    const next = dossiers.find(({ outcome }) => outcome.dossierCode === "") ?? dossiers.at(-1);
    if (next) setWedgeProblem(takeCode(read, (dossierCode) => onChange(next.outcome.id, { dossierCode })));
  }, shortestCode);
  return (
    <>
      {wedgeProblem && (
        <p role="alert" className="font-medium text-warn">
          {refusals[wedgeProblem]}
        </p>
      )}
      {dossiers.map(({ outcome, index }, position) => (
        <fieldset key={outcome.id} className="grid gap-3 border-t border-line pt-3 first:border-t-0 first:pt-0">
          {dossiers.length > 1 && (
            <legend className="float-left flex w-full items-center justify-between font-semibold">
              {helpSession.outcomes.dossier(position + 1)}
              <Button look="danger" onClick={() => onSet(outcomes.filter(({ id }) => id !== outcome.id))}>
                {helpSession.outcomes.remove}
              </Button>
            </legend>
          )}
          <DossierFields
            outcome={outcome}
            path={`outcomes.${index}`}
            problems={form.problems}
            phone={phone}
            recent={services}
            entryId={form.draft.entryId}
            onChange={(changes) => onChange(outcome.id, changes)}
          />
        </fieldset>
      ))}
      <Button look="quiet" icon={Plus} onClick={() => onSet([...outcomes, newOutcome(phone.newId(), "dossierSubmitted")])}>
        {helpSession.outcomes.another}
      </Button>
    </>
  );
}
