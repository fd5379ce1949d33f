"use client";
import { useSaving } from "@/components/phone/use-saving";
import { AskOnce } from "@/components/ui/ask-once";
import type { Phone } from "@/lib/phone/phone";
import { consentWithdrawal as text } from "@/lib/text/consent-withdrawal";

type Props = { readonly phone: Phone; readonly entryId: string };

/** The citizen's way out, at any time and without a network; says first what is destroyed. */
export function WithdrawConsent({ phone, entryId }: Props) {
  const { problem, run } = useSaving();
  return (
    <AskOnce
      action={text.action} look="quiet" className="justify-self-start" title={text.title} keep={text.keep}
      confirm={text.confirm} onConfirm={() => run(() => phone.withdrawConsent(entryId))}
    >
      <p>{text.erased}</p>
      <p className="mt-2">{text.notCounted}</p>
      <p className="mt-2 text-ink-2">{text.offline}</p>
      {problem && <p role="alert" className="mt-2 font-medium text-bad">{problem}</p>}
    </AskOnce>
  );
}
