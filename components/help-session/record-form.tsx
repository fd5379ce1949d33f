"use client";
import { Building2, Keyboard, PauseCircle, PhoneCall } from "lucide-react";
import { useRef, useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { DraftMark } from "@/components/phone/form/draft-mark";
import { NotKept } from "@/components/phone/form/not-kept";
import { useGoal } from "@/components/phone/form/use-goal";
import { useKeyboardInset } from "@/components/phone/form/use-keyboard-inset";
import { ScannerSheet, type Way } from "@/components/phone/scanner/scanner-sheet";
import { Button } from "@/components/ui/button";
import { Steps } from "@/components/ui/steps";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { helpSession } from "@/lib/text/help-session";
import { isJustMet, isUntouched, withCard, withSubjectKind, type Draft } from "./draft";
import { lastStepOf } from "./form-state";
import type { LoadedForm } from "./load-draft";
import { PersonStep } from "./person-step";
import { SubjectLine } from "./subject-line";
import { useLaterSteps } from "./use-later-steps";
import { useRecordForm, type RecordForm as Form } from "./use-record-form";
import { WaysIn } from "./ways-in";

type Props = { readonly phone: Phone; readonly loaded: LoadedForm; readonly field: string | null; readonly scanFirst: boolean };

/** Whom, what, consent: three questions, one main button. */
export function RecordForm({ phone, loaded, field, scanFirst }: Props) {
  const form = useRecordForm(phone, loaded, field);
  const { draft, phase } = form;
  const [scanning, setScanning] = useState(scanFirst);
  const [typing, setTyping] = useState(!isUntouched(loaded.draft) && !isJustMet(loaded.draft));
  const main = useRef<HTMLElement>(null);
  const later = useLaterSteps();
  useKeyboardInset();
  const amending = draft.entryId !== undefined;
  const choosing = draft.step === 0 && !typing && draft.subject.kind === "person" && draft.subject.scanned.length === 0;
  const lastStep = lastStepOf(draft);
  useGoal(main, choosing || later ? draft.step : undefined, form.goal, field);

  const readCard = (text: string) => {
    const card = parseCardQr(text, localDateOf(phone.now()));
    if (!card.ok) return card.error;
    form.change(withCard(draft, card.value));
    return undefined;
  };
  const typeInstead = (changes: Partial<Draft> = {}) => {
    setScanning(false);
    setTyping(true);
    form.change(changes);
  };
  const waysWithoutCard: readonly Way[] = [
    { icon: Keyboard, label: helpSession.person.type, take: () => typeInstead() },
    { icon: PhoneCall, label: helpSession.person.remote, take: () => typeInstead({ place: { kind: "remote", name: "" } }) },
    { icon: Building2, label: helpSession.person.organisation, take: () => typeInstead(withSubjectKind(draft, "organisation")) },
  ];
  const goOn = (event: React.FormEvent) => {
    event.preventDefault();
    if (!choosing) (draft.step === lastStep ? form.save : form.next)();
  };

  return (
    <>
      <form noValidate onSubmit={goOn} className="mx-auto flex min-h-dvh max-w-xl flex-col">
        <TopBar
          title={amending ? helpSession.amendTitle : helpSession.title}
          back={<BackButton label={appShell.back} fallback="/" {...(draft.step > 0 ? { onBack: () => form.goTo(draft.step - 1) } : {})} />}
        >
          <DraftMark kept={form.draftKept} />
        </TopBar>
        <main ref={main} className="[&_[data-returned]]:rounded-field [&_[data-returned]]:ring-4 [&_[data-returned]]:ring-warn-line">
          <Steps label={helpSession.steps} total={lastStep + 1} current={draft.step + 1} />
          {draft.step > 0 && <SubjectLine subject={draft.subject} onEdit={() => form.goTo(0)} />}
          <div className="grid grid-cols-1 gap-3 px-4 pt-3.5 pb-6">
            {later && loaded.review && <later.LeaderNote review={loaded.review} />}
            {later && <later.ProblemSummary problems={form.problems} onSeek={form.seek} />}
            {draft.step === 0 && (
              <PersonStep
                form={form} phone={phone} lastUsed={loaded.lastUsed} later={later} choosing={choosing}
                onScan={() => setScanning(true)} onCard={readCard}
              />
            )}
            {later && draft.step === 2 && <later.DuplicateNote form={form} />}
            {later && draft.step === 1 && <later.OutcomesStep form={form} phone={phone} lastUsed={loaded.lastUsed} />}
            {later && draft.step === 2 && <later.ConsentStep form={form} phone={phone} />}
            {later && draft.step === 1 && <later.DuplicateNote form={form} />}
            {later && !choosing && !isUntouched(draft) && draft.step === 0 && <later.DiscardButton amending={amending} onDiscard={form.discard} />}
            <NotKept phase={phase} />
          </div>
        </main>
        <Dock>
          {choosing ? (
            <WaysIn onScan={() => setScanning(true)} others={waysWithoutCard} />
          ) : (
            <WaysOn form={form} amending={amending} lastStep={lastStep} />
          )}
        </Dock>
      </form>
      {scanning && <ScannerSheet mode="card" onText={readCard} onClose={() => setScanning(false)} onType={() => typeInstead()} others={waysWithoutCard.slice(1)} />}
    </>
  );
}

type WaysOnProps = { readonly form: Form; readonly amending: boolean; readonly lastStep: number };

function WaysOn({ form: { draft, phase, park }, amending, lastStep }: WaysOnProps) {
  const right = draft.step === 0 && draft.subject.scanned.length > 0;
  return (
    <>
      {!amending && (
        <Button look="second" icon={PauseCircle} onClick={park}>
          {helpSession.park}
        </Button>
      )}
      <Button type="submit" className="flex-1" busyLabel={phase === "saving" ? helpSession.saving : undefined}>
        {draft.step === lastStep ? helpSession.save : right ? helpSession.person.right : helpSession.next}
      </Button>
    </>
  );
}
