"use client";
import { PauseCircle, Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { ScannerSheet } from "@/components/phone/scanner/scanner-sheet";
import { Button } from "@/components/ui/button";
import { Steps } from "@/components/ui/steps";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { helpSession } from "@/lib/text/help-session";
import { ConsentStep } from "./consent-step";
import { isUntouched, withCard } from "./draft";
import { LeaderNote } from "./leader-note";
import type { LoadedForm } from "./load-draft";
import { OutcomesStep } from "./outcomes-step";
import { PersonStep } from "./person-step";
import { ProblemSummary } from "./problem-summary";
import { SubjectLine } from "./subject-line";
import { useRecordForm } from "./use-record-form";

type Props = { readonly phone: Phone; readonly loaded: LoadedForm; readonly field: string | null; readonly scanFirst: boolean };

/** Whom, what, consent: three questions, one main button. */
export function RecordForm({ phone, loaded, field, scanFirst }: Props) {
  const form = useRecordForm(phone, loaded, field);
  const [scanning, setScanning] = useState(scanFirst);
  const [typing, setTyping] = useState(!isUntouched(loaded.draft));
  const { draft, problems } = form;
  const amending = draft.entryId !== undefined;
  const main = useRef<HTMLElement>(null);
  useFocusOnField(main, draft.step, field);

  const readCard = (text: string) => {
    const card = parseCardQr(text, localDateOf(phone.now()));
    if (!card.ok) return card.error;
    form.change({ subject: withCard(draft.subject, card.value) });
    setScanning(false);
    return undefined;
  };

  const typeInstead = () => {
    setScanning(false);
    setTyping(true);
  };

  const lastStep = draft.step === 2;
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar
        title={amending ? helpSession.amendTitle : helpSession.title}
        back={
          <BackButton label={appShell.back} fallback="/" {...(draft.step > 0 ? { onBack: () => form.goTo(draft.step - 1) } : {})} />
        }
      >
        {form.draftKept !== undefined && (
          <span role="status" className="flex items-center gap-1.5 text-small text-ink-2">
            <Pencil aria-hidden size={16} />
            {form.draftKept ? helpSession.draftKept : helpSession.draftNotKept}
          </span>
        )}
      </TopBar>
      <Steps label={helpSession.steps} total={3} current={draft.step + 1} />
      {draft.step > 0 && <SubjectLine subject={draft.subject} onEdit={() => form.goTo(0)} />}
      <main ref={main} className="grid gap-3 px-4 pt-3.5 pb-6">
        {loaded.review && <LeaderNote review={loaded.review} />}
        <ProblemSummary problems={problems} />
        {draft.step === 0 && <PersonStep form={form} phone={phone} typing={typing} onType={typeInstead} onScan={() => setScanning(true)} onCard={readCard} />}
        {draft.step === 1 && <OutcomesStep form={form} phone={phone} lastUsed={loaded.lastUsed} />}
        {draft.step === 2 && <ConsentStep form={form} phone={phone} />}
        {form.saveProblem && (
          <p role="alert" className="font-medium text-bad">
            {helpSession[form.saveProblem]}
          </p>
        )}
      </main>
      <Dock>
        {!amending && (
          <Button look="second" icon={PauseCircle} onClick={form.park}>
            {helpSession.park}
          </Button>
        )}
        <Button className="flex-1" busyLabel={form.saving ? helpSession.saving : undefined} onClick={lastStep ? form.save : form.next}>
          {lastStep ? helpSession.save : draft.step === 0 && draft.subject.scanned.length > 0 ? helpSession.person.right : helpSession.next}
        </Button>
      </Dock>
      {scanning && <ScannerSheet mode="card" onText={readCard} onClose={() => setScanning(false)} onType={typeInstead} />}
    </div>
  );
}

/** A new step is read from its top; a field that came back is where one starts. */
function useFocusOnField(main: React.RefObject<HTMLElement | null>, step: number, field: string | null): void {
  const wanted = useRef(field);
  const first = useRef(true);
  useEffect(() => {
    const target = wanted.current && main.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    const control = target ? (target.matches("input, select, textarea, button") ? target : target.querySelector<HTMLElement>("input, select, textarea, button")) : null;
    if (control) {
      control.focus();
      control.scrollIntoView({ block: "center" });
    } else if (!first.current) {
      window.scrollTo({ top: 0 });
      main.current?.querySelector<HTMLElement>("h2")?.focus();
    }
    first.current = false;
  }, [main, step]);
}
