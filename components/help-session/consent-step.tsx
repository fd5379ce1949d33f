"use client";
import { ConsentFields } from "@/components/phone/form/consent-fields";
import { problemAt } from "@/components/phone/form/problem-summary";
import { TextField } from "@/components/ui/field";
import { guardianBelowAge } from "@/lib/domain/entry/consent";
import { ageOn, parseTypedBirthDate } from "@/lib/domain/identity/birth-date";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import type { Draft } from "./draft";
import { StepTitle } from "./step-title";
import type { RecordForm } from "./use-record-form";

const text = helpSession.consent;

/** What a citizen agrees to, and who agrees for a child. A number that was given is covered by the one tap too. */
export function ConsentStep({ form, phone }: { readonly form: RecordForm; readonly phone: Phone }) {
  const { draft, problems } = form;
  const contact = draft.subject.phone.trim() === "" ? [] : (["contact"] as const);
  return (
    <>
      <StepTitle>{text.question}</StepTitle>
      <ConsentFields phone={phone} consent={draft.consent} onChange={(consent) => form.change({ consent })} problems={problems} besides={contact}>
        {isChild(draft, phone) && (
          <TextField
            label={text.guardian} hint={text.guardianHint} data-field="consent.guardian" autoCapitalize="words" value={draft.consent.guardian}
            error={problemAt(problems, "consent.guardian") ?? problemAt(problems, "consent.guardian.name")}
            onChange={(event) => form.change({ consent: { ...draft.consent, guardian: event.target.value } })}
          />
        )}
      </ConsentFields>
    </>
  );
}

function isChild({ subject, happenedAt }: Draft, phone: Phone): boolean {
  const birth = parseTypedBirthDate(subject.birth, localDateOf(phone.now()));
  return birth.ok && ageOn(birth.value, localDateOf(happenedAt)).years < guardianBelowAge;
}
