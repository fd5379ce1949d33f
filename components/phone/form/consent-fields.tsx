"use client";
import { ShieldCheck, Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceRow, Options } from "@/components/ui/choice";
import type { ConsentPurpose } from "@/lib/domain/entry/consent";
import type { Refusal } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { formatTimeOfDay } from "@/lib/text/moment";
import type { DraftConsent } from "./draft-consent";
import { problemAt } from "./problem-summary";

type Props = {
  readonly phone: Phone;
  readonly consent: DraftConsent;
  readonly onChange: (consent: DraftConsent) => void;
  readonly problems: readonly Refusal[];
  /** What can be agreed to here; all that the notice names, when left out. */
  readonly purposes?: readonly ConsentPurpose[];
  /** What the one tap agrees to besides recording and verifying. */
  readonly besides?: readonly ConsentPurpose[];
  /** What is asked besides, such as a guardian. */
  readonly children?: ReactNode;
};

const text = helpSession.consent;

/** The notice in three lines, one un-ticked box for each purpose, one tap when it was read aloud. */
export function ConsentFields({ phone, consent, onChange, problems, purposes, besides = [], children }: Props) {
  const { name, briefing: { consentNotice } } = phone.person.getSnapshot();
  const asked = purposes ?? consentNotice.purposes;
  const set = (changes: Partial<DraftConsent>) => onChange({ ...consent, ...changes });
  /** Whoever agrees to anything, agrees now and to the notice of today. */
  const agree = (agreed: Iterable<ConsentPurpose>, method: DraftConsent["method"]) =>
    set({ purposes: [...agreed], method, givenAt: phone.now(), noticeVersion: consentNotice.version });
  const toggle = (purpose: ConsentPurpose, on: boolean) =>
    on ? agree([...consent.purposes, purpose], consent.method) : set({ purposes: consent.purposes.filter((given) => given !== purpose) });
  const usual = (["record", "verify", ...besides] as const).filter((purpose) => asked.includes(purpose));
  const readAloud = () => agree(new Set<ConsentPurpose>([...consent.purposes, ...usual]), "readAloud");
  const given = consent.purposes.length > 0;
  const problem = problemAt(problems, "consent.purposes");
  return (
    <>
      <Card className="px-4 py-3">
        <p className="whitespace-pre-line">{consentNotice.text}</p>
        <p className="mt-1.5 text-caption text-ink-2">{text.notice(consentNotice.version, name)}</p>
      </Card>
      <Button look="second" icon={Volume2} onClick={readAloud}>
        {text.readAloud}
      </Button>
      <p role="status" className="text-small font-medium text-ok">
        {given && text.given(formatTimeOfDay(consent.givenAt || phone.now()))}
      </p>
      <div className="grid gap-2.5" data-field="consent.purposes">
        {asked.map((purpose) => (
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
      {children}
      <p className="flex gap-2 text-small text-ink-2">
        <ShieldCheck aria-hidden size={20} className="flex-none" />
        {helpSession.otpGuard}
      </p>
    </>
  );
}
