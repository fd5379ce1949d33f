"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { DossierFields } from "./dossier-fields";
import { newOutcome, type DraftOutcome } from "./draft";
import type { LastUsed } from "./last-used";
import type { RecordForm } from "./use-record-form";

type Props = {
  readonly form: RecordForm;
  readonly phone: Phone;
  readonly lastUsed: LastUsed;
  readonly onChange: (id: string, changes: Partial<DraftOutcome>) => void;
  readonly onSet: (outcomes: readonly DraftOutcome[]) => void;
};

/** The dossiers of a session; mostly one, sometimes a pile. */
export function DossierList({ form, phone, lastUsed, onChange, onSet }: Props) {
  const { outcomes } = form.draft;
  const dossiers = outcomes.map((outcome, index) => ({ outcome, index })).filter(({ outcome }) => outcome.kind === "dossierSubmitted");
  return (
    <>
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
            recent={lastUsed.services}
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
