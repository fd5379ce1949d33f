"use client";
import { Building2, Keyboard, QrCode, UserRound } from "lucide-react";
import { useState } from "react";
import { useWedgeScanner } from "@/components/phone/scanner/use-wedge-scanner";
import { Button } from "@/components/ui/button";
import { Options } from "@/components/ui/choice";
import { Card } from "@/components/ui/card";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";
import { withTyped, type DraftSubject } from "./draft";
import { OrganisationFields } from "./organisation-fields";
import { PersonFields } from "./person-fields";
import { StepTitle } from "./step-title";
import type { RecordForm } from "./use-record-form";

type Props = {
  readonly form: RecordForm;
  readonly phone: Phone;
  /** Whether the fields are open without a scan. */
  readonly typing: boolean;
  readonly onType: () => void;
  readonly onScan: () => void;
  /** Takes what a scanner read; the reason when it is no card. */
  readonly onCard: (text: string) => RefusalCode | undefined;
};

const text = helpSession.person;

/** Whom: by scanning the card, by typing, or an organisation. */
export function PersonStep({ form, phone, typing, onType, onScan, onCard }: Props) {
  const { subject } = form.draft;
  const [cardProblem, setCardProblem] = useState<RefusalCode>();
  useWedgeScanner((read) => setCardProblem(onCard(read)));
  const type = (changes: Partial<DraftSubject>) => form.change({ subject: withTyped(subject, changes) });
  const fieldsShown = typing || subject.kind === "organisation" || subject.scanned.length > 0;

  return (
    <>
      <StepTitle>{text.question}</StepTitle>
      {subject.kind === "person" && (
        <Button look={fieldsShown ? "second" : "main"} icon={QrCode} onClick={onScan}>
          {fieldsShown ? text.scanAgain : text.scan}
        </Button>
      )}
      {cardProblem && (
        <p role="alert" className="font-medium text-warn">
          {refusals[cardProblem]}
        </p>
      )}
      {!fieldsShown && (
        <>
          <Button look="second" icon={Keyboard} onClick={onType}>
            {text.type}
          </Button>
          <Button look="second" icon={Building2} onClick={() => form.change({ subject: { ...subject, kind: "organisation" } })}>
            {text.organisation}
          </Button>
        </>
      )}
      {fieldsShown && (
        <>
          <Options
            legend={text.kind}
            name="subject-kind"
            value={subject.kind}
            options={[
              { value: "person", label: text.citizen, icon: UserRound },
              { value: "organisation", label: text.organisation, icon: Building2 },
            ]}
            onChange={(kind) => form.change({ subject: { ...subject, kind } })}
          />
          {subject.scanned.length > 0 && subject.kind === "person" && (
            <p role="status" className="font-medium text-ok">
              {text.scanned}
            </p>
          )}
          <Card className="grid gap-4 p-4">
            {subject.kind === "person" ? (
              <PersonFields subject={subject} problems={form.problems} phone={phone} onType={type} />
            ) : (
              <OrganisationFields subject={subject} problems={form.problems} onType={type} />
            )}
          </Card>
        </>
      )}
    </>
  );
}
