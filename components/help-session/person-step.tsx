"use client";
import { useState } from "react";
import { CardSides } from "@/components/phone/scanner/card-sides";
import { useWedgeScanner } from "@/components/phone/scanner/use-wedge-scanner";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import type { LastUsed } from "./last-used";
import { StepTitle } from "./step-title";
import type { LaterSteps } from "./use-later-steps";
import type { RecordForm } from "./use-record-form";

type Props = {
  readonly form: RecordForm;
  readonly phone: Phone;
  readonly lastUsed: LastUsed;
  readonly later: LaterSteps | undefined;
  /** Nothing is known yet: the ways to fill the fields are where the main button is. */
  readonly choosing: boolean;
  readonly onScan: () => void;
  /** Takes what a scanner read; the reason when it is no card. */
  readonly onCard: (text: string) => RefusalCode | undefined;
};

const text = helpSession.person;

/** Whom: by scanning the card, by typing, or an organisation. */
export function PersonStep({ form, phone, lastUsed, later, choosing, onScan, onCard }: Props) {
  const [cardProblem, setCardProblem] = useState<RefusalCode>();
  useWedgeScanner((read) => setCardProblem(onCard(read)));
  return (
    <>
      <StepTitle>{text.question}</StepTitle>
      {later && cardProblem && <later.CardProblem code={cardProblem} />}
      {choosing && (
        <>
          {form.draft.subject.name && <p className="text-head">{text.met(form.draft.subject.name)}</p>}
          <p className="text-ink-2">{text.scanHint}</p>
          <CardSides />
          <p className="hidden text-ink-2 pointer-fine:block">{text.wedge}</p>
        </>
      )}
      {later && !choosing && <later.PersonDetails form={form} phone={phone} lastUsed={lastUsed} onScan={onScan} />}
    </>
  );
}
