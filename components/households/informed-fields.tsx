"use client";
import { ConsentFields } from "@/components/phone/form/consent-fields";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Card } from "@/components/ui/card";
import { Options } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import type { Refusal } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { visitText } from "@/lib/text/households";
import { HeadField } from "./new-household-fields";
import type { VisitDraft } from "./visit-draft";

type Props = {
  readonly phone: Phone;
  readonly draft: VisitDraft;
  readonly problems: readonly Refusal[];
  readonly onChange: (changes: Partial<VisitDraft>) => void;
};

const answers = [
  { value: "yes", label: visitText.yes },
  { value: "no", label: visitText.no },
] as const;

/** Somebody was met: the head, what the household has already, and what the head agrees to. Nothing of other members. */
export function InformedFields({ phone, draft, problems, onChange }: Props) {
  const { household, hasAccount, hasVneid, consent } = draft;
  return (
    <>
      <Card className="grid gap-4 p-4">
        <HeadField draft={draft} problems={problems} onChange={onChange} />
        {!household.isNew && (
          <TextField
            label={visitText.address} data-field="household.address" value={household.address}
            error={problemAt(problems, "household.address")} onChange={(event) => onChange({ household: { ...household, address: event.target.value } })}
          />
        )}
        <Options legend={visitText.hasAccount} name="has-account" value={hasAccount || undefined} options={answers} onChange={(answer) => onChange({ hasAccount: answer })} />
        <Options legend={visitText.hasVneid} name="has-vneid" value={hasVneid || undefined} options={answers} onChange={(answer) => onChange({ hasVneid: answer })} />
      </Card>
      <section aria-labelledby="visit-consent" className="grid grid-cols-1 gap-3">
        <h2 id="visit-consent" className="text-head">
          {visitText.consent}
        </h2>
        <ConsentFields phone={phone} consent={consent} onChange={(next) => onChange({ consent: next })} problems={problems} purposes={["record", "verify"]} />
      </section>
    </>
  );
}
