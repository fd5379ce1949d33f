"use client";
import { ClipboardPaste, ScanLine } from "lucide-react";
import { useRef, useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { ScannerSheet } from "@/components/phone/scanner/scanner-sheet";
import { Button } from "@/components/ui/button";
import { Options, SwitchRow } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { parseDossierCode } from "@/lib/domain/dossier/dossier-code";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { notCounted } from "@/lib/text/not-counted";
import { refusals } from "@/lib/text/refusals";
import type { DraftOutcome } from "./draft";
import { readClipboard } from "./paste-code";
import { sayOfCode, takeCode } from "./read-dossier-code";
import { ServicePicker } from "./service-picker";
import { groupDossierCode, typeDossierCode } from "./type-dossier-code";

type Props = {
  readonly outcome: DraftOutcome;
  readonly path: string;
  readonly problems: readonly Refusal[];
  readonly phone: Phone;
  readonly recent: readonly string[];
  /** Of the entry that is amended. */
  readonly entryId: string | undefined;
  readonly onChange: (changes: Partial<DraftOutcome>) => void;
};

const text = helpSession.outcomes;

export function DossierFields({ outcome, path, problems, phone, recent, entryId, onChange }: Props) {
  const [scanning, setScanning] = useState(false);
  const [left, setLeft] = useState(outcome.dossierCode !== "");
  const [unpasted, setUnpasted] = useState<RefusalCode | "byHand">();
  const field = useRef<HTMLDivElement>(null);
  const take = (read: string) => takeCode(read, (dossierCode) => {
    onChange({ dossierCode });
    setLeft(true);
    setUnpasted(undefined);
  });
  const paste = async () => {
    const copied = await readClipboard();
    setUnpasted(copied === undefined ? "byHand" : take(copied));
    if (copied === undefined) field.current?.querySelector<HTMLInputElement>("input")?.focus();
  };
  const leave = () => {
    setLeft(true);
    const code = parseDossierCode(groupDossierCode(outcome.dossierCode));
    if (code.ok && code.value !== outcome.dossierCode) onChange({ dossierCode: code.value });
  };
  const problem = problemAt(problems, `${path}.dossierCode`);
  const said = unpasted && !outcome.dossierCode
    ? { warning: unpasted === "byHand" ? text.pasteByHand : refusals[unpasted] }
    : sayOfCode(outcome.dossierCode, left, entryId, phone);
  return (
    <>
      <div data-field={`${path}.service`}>
        <ServicePicker
          label={text.service} phone={phone} recent={recent} value={outcome.service} error={problemAt(problems, `${path}.service`)}
          onChange={(service) => onChange({ service })}
        />
      </div>
      <div ref={field}>
        <TextField
          label={text.dossierCode}
          data-field={`${path}.dossierCode`}
          value={outcome.dossierCode}
          autoCapitalize="characters"
          spellCheck={false}
          hint={text.dossierHint}
          {...said}
          {...(problem ? { error: problem } : {})}
          className="uppercase placeholder:normal-case"
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // scanners at a counter end with it; the form goes on by its button
            leave();
          }}
          onChange={(event) => onChange({ dossierCode: typeDossierCode(outcome.dossierCode, event.target.value) })}
          mark={
            <span className="flex">
              <Button look="quiet" icon={ClipboardPaste} onClick={() => void paste()}>
                {text.paste}
              </Button>
              <Button look="quiet" icon={ScanLine} onClick={() => setScanning(true)}>
                {text.scan}
              </Button>
            </span>
          }
        />
      </div>
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
      {scanning && <ScannerSheet mode="receipt" onText={take} onClose={() => setScanning(false)} onType={() => setScanning(false)} />}
    </>
  );
}
