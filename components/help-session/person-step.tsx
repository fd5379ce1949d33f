"use client";
import { QrCode } from "lucide-react";
import { useState } from "react";
import { CardSides } from "@/components/phone/scanner/card-sides";
import { useWedgeScanner } from "@/components/phone/scanner/use-wedge-scanner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Options } from "@/components/ui/choice";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";
import { isRemotePerson, withSubjectKind, withTyped, type DraftSubject } from "./draft";
import type { LastUsed } from "./last-used";
import { OrganisationFields } from "./organisation-fields";
import { PersonFields } from "./person-fields";
import { StepTitle } from "./step-title";
import type { RecordForm } from "./use-record-form";

type Props = {
  readonly form: RecordForm;
  readonly phone: Phone;
  readonly lastUsed: LastUsed;
  /** Nothing is known yet: the ways to fill the fields are where the main button is. */
  readonly choosing: boolean;
  readonly onScan: () => void;
  /** Takes what a scanner read; the reason when it is no card. */
  readonly onCard: (text: string) => RefusalCode | undefined;
};

const text = helpSession.person;

/** Whom: by scanning the card, by typing, or an organisation. */
export function PersonStep({ form, phone, lastUsed, choosing, onScan, onCard }: Props) {
  const { subject } = form.draft;
  const [cardProblem, setCardProblem] = useState<RefusalCode>();
  useWedgeScanner((read) => setCardProblem(onCard(read)));
  const type = (changes: Partial<DraftSubject>) => form.change({ subject: withTyped(subject, changes) });
  const scanned = subject.scanned.length > 0;
  const remote = isRemotePerson(form.draft);

  return (
    <>
      <StepTitle>{text.question}</StepTitle>
      {cardProblem && (
        <p role="alert" className="font-medium text-warn">
          {refusals[cardProblem]}
        </p>
      )}
      {choosing ? (
        <>
          <p className="text-ink-2">{text.scanHint}</p>
          <CardSides />
          <p className="hidden text-ink-2 pointer-fine:block">{text.wedge}</p>
        </>
      ) : (
        <>
          {scanned && (
            <p role="status" className="font-medium text-ok">
              {text.scanned}
            </p>
          )}
          {remote && (
            <div className="flex flex-wrap items-center gap-x-3 text-ink-2">
              <p>{text.remoteHint}</p>
              <Button look="quiet" className="-ml-3" onClick={() => form.change({ place: lastUsed.place ?? { kind: "counter", name: "" } })}>
                {text.notRemote}
              </Button>
            </div>
          )}
          <Card className="grid gap-4 p-4">
            {subject.kind === "person" ? (
              <PersonFields remote={remote} subject={subject} problems={form.problems} phone={phone} onType={type} />
            ) : (
              <OrganisationFields subject={subject} problems={form.problems} onType={type} />
            )}
          </Card>
          <Options
            legend={text.kind}
            name="subject-kind"
            value={subject.kind}
            options={[
              { value: "person", label: text.citizen },
              { value: "organisation", label: text.organisation },
            ]}
            onChange={(kind) => form.change(withSubjectKind(form.draft, kind))}
          />
          {subject.kind === "person" && !remote && (
            <Button look="second" icon={QrCode} onClick={onScan}>
              {scanned ? text.scanAgain : text.scan}
            </Button>
          )}
        </>
      )}
    </>
  );
}
