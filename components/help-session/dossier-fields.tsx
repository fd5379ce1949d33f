"use client";
import { ScanLine } from "lucide-react";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { ScannerSheet } from "@/components/phone/scanner/scanner-sheet";
import { Button } from "@/components/ui/button";
import { Options, SwitchRow } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { isKnownDossierUnit, parseDossierCode, receivedOnOf } from "@/lib/domain/dossier/dossier-code";
import type { Refusal } from "@/lib/domain/refusal";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { notCounted } from "@/lib/text/not-counted";
import { refusals } from "@/lib/text/refusals";
import { warnings } from "@/lib/text/warnings";
import type { DraftOutcome } from "./draft";
import { ServicePicker } from "./service-picker";
import { typeDossierCode } from "./type-dossier-code";

type Props = {
  readonly outcome: DraftOutcome;
  readonly path: string;
  readonly problems: readonly Refusal[];
  readonly phone: Phone;
  readonly recent: readonly string[];
  readonly onChange: (changes: Partial<DraftOutcome>) => void;
};

const text = helpSession.outcomes;

export function DossierFields({ outcome, path, problems, phone, recent, onChange }: Props) {
  const [scanning, setScanning] = useState(false);
  const [left, setLeft] = useState(outcome.dossierCode !== "");
  const said = sayOfCode(outcome.dossierCode, left, phone);
  const readCode = (read: string) => {
    const code = parseDossierCode(read);
    if (!code.ok) return code.error;
    onChange({ dossierCode: code.value });
    setLeft(true);
    return undefined;
  };
  const leave = () => {
    setLeft(true);
    const code = parseDossierCode(outcome.dossierCode);
    if (code.ok && code.value !== outcome.dossierCode) onChange({ dossierCode: code.value });
  };
  return (
    <>
      <div data-field={`${path}.service`}>
        <ServicePicker
          label={text.service} phone={phone} recent={recent} value={outcome.service} error={problemAt(problems, `${path}.service`)}
          onChange={(service) => onChange({ service })}
        />
      </div>
      <TextField
        label={text.dossierCode}
        data-field={`${path}.dossierCode`}
        value={outcome.dossierCode}
        autoCapitalize="characters"
        spellCheck={false}
        hint={text.dossierHint}
        {...said}
        {...(problemAt(problems, `${path}.dossierCode`) ? { error: problemAt(problems, `${path}.dossierCode`) } : {})}
        className="uppercase placeholder:normal-case"
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault(); // scanners at a counter end with it; the form goes on by its button
          leave();
        }}
        onChange={(event) => onChange({ dossierCode: typeDossierCode(outcome.dossierCode, event.target.value) })}
        mark={
          <Button look="quiet" icon={ScanLine} onClick={() => setScanning(true)}>
            {text.scan}
          </Button>
        }
      />
      <Options
        legend={text.channel} name={`${path}.channel`} value={outcome.channel} onChange={(channel) => onChange({ channel })}
        options={(["online", "paper"] as const).map((value) => ({ value, label: text.channels[value] }))}
      />
      {outcome.channel === "paper" && <p className="text-small text-warn">{notCounted.dossierOnPaper}</p>}
      <Options
        legend={text.portal} name={`${path}.portal`} value={outcome.portal} onChange={(portal) => onChange({ portal })}
        options={(["province", "national"] as const).map((value) => ({ value, label: text.portals[value] }))}
      />
      {outcome.channel === "online" && (
        <SwitchRow label={text.paidOnline} checked={outcome.paidOnline} onChange={(paidOnline) => onChange({ paidOnline })} />
      )}
      {scanning && <ScannerSheet mode="receipt" onText={readCode} onClose={() => setScanning(false)} onType={() => setScanning(false)} />}
    </>
  );
}

/** What can be said of a code at once: right and from when, odd, or wrong once the field was left. */
function sayOfCode(typed: string, left: boolean, phone: Phone): { error?: string; warning?: string; fine?: string } {
  if (typed.trim() === "") return {};
  const code = parseDossierCode(typed);
  if (!code.ok) return left ? { error: refusals[code.error] } : {};
  const receivedOn = receivedOnOf(code.value);
  const today = localDateOf(phone.now());
  const { schemeStart } = phone.person.getSnapshot().briefing.schemeRules;
  if (receivedOn < schemeStart) return { warning: notCounted.dossierBeforeScheme };
  if (receivedOn > today) return { warning: notCounted.dossierInFuture };
  if (!isKnownDossierUnit(code.value)) return { warning: warnings.dossierUnitUnknown };
  return { fine: receivedOn === today ? text.receivedToday : text.receivedOn(formatDate(receivedOn)) };
}
