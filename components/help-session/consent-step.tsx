"use client";
import { ShieldCheck, Volume2 } from "lucide-react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceRow, Options } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { guardianBelowAge, type ConsentPurpose } from "@/lib/domain/entry/consent";
import { ageOn, parseTypedBirthDate } from "@/lib/domain/identity/birth-date";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { formatTimeOfDay } from "@/lib/text/moment";
import type { Draft, DraftConsent } from "./draft";
import { StepTitle } from "./step-title";
import type { RecordForm } from "./use-record-form";

const text = helpSession.consent;

/** The notice in three lines, one un-ticked box for each purpose, one tap when it was read aloud. */
export function ConsentStep({ form, phone }: { readonly form: RecordForm; readonly phone: Phone }) {
  const { draft, problems } = form;
  const { consent } = draft;
  const { consentNotice } = phone.person.getSnapshot().briefing;
  const noticeVersion = consentNotice.version;
  if (draft.subject.kind === "organisation") return <p className="text-head">{text.organisation}</p>;

  const set = (changes: Partial<DraftConsent>) => form.change({ consent: { ...consent, ...changes } });
  /** Whoever agrees to anything, agrees now and to the notice of today. */
  const agree = (purposes: Iterable<ConsentPurpose>, method: DraftConsent["method"]) =>
    set({ purposes: [...purposes], method, givenAt: phone.now(), noticeVersion });
  const toggle = (purpose: ConsentPurpose, on: boolean) =>
    on ? agree([...consent.purposes, purpose], consent.method) : set({ purposes: consent.purposes.filter((given) => given !== purpose) });
  const readAloud = () => agree(new Set<ConsentPurpose>([...consent.purposes, "record", "verify"]), "readAloud");
  const given = consent.purposes.length > 0;
  const problem = problemAt(problems, "consent.purposes");

  return (
    <>
      <StepTitle>{text.question}</StepTitle>
      <Card className="px-4 py-3">
        <p className="whitespace-pre-line">{consentNotice.text}</p>
      </Card>
      <Button look="second" icon={Volume2} onClick={readAloud}>
        {text.readAloud}
      </Button>
      <p role="status" className="text-small font-medium text-ok">
        {given && text.given(formatTimeOfDay(consent.givenAt || phone.now()))}
      </p>
      <div className="grid gap-2.5" data-field="consent.purposes">
        {consentNotice.purposes.map((purpose) => (
          <ChoiceRow
            key={purpose} label={text.purposes[purpose].label} hint={text.purposes[purpose].hint}
            checked={consent.purposes.includes(purpose)} onChange={(on) => toggle(purpose, on)}
          />
        ))}
      </div>
      {problem && <p className="text-bad">{problem}</p>}
      {given && (
        <Options
          legend={text.method} name="consent-method" value={consent.method} onChange={(method) => set({ method })}
          options={(["readAloud", "shownOnScreen"] as const).map((value) => ({ value, label: text.methods[value] }))}
        />
      )}
      {isChild(draft, phone) && (
        <TextField
          label={text.guardian} hint={text.guardianHint} data-field="consent.guardian" autoCapitalize="words" value={consent.guardian}
          error={problemAt(problems, "consent.guardian") ?? problemAt(problems, "consent.guardian.name")}
          onChange={(event) => set({ guardian: event.target.value })}
        />
      )}
      <p className="flex gap-2 text-small text-ink-2">
        <ShieldCheck aria-hidden size={20} className="flex-none" />
        {helpSession.otpGuard}
      </p>
    </>
  );
}

function isChild({ subject, happenedAt }: Draft, phone: Phone): boolean {
  const birth = parseTypedBirthDate(subject.birth, localDateOf(phone.now()));
  return birth.ok && ageOn(birth.value, localDateOf(happenedAt)).years < guardianBelowAge;
}
