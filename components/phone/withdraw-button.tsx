import { AskOnce } from "@/components/ui/ask-once";
import type { Phone } from "@/lib/phone/phone";
import { entryDetail as text } from "@/lib/text/entry-detail";

type Props = { readonly phone: Phone; readonly entryId: string };

/** The author's own way out. */
export function WithdrawButton({ phone, entryId }: Props) {
  return (
    <AskOnce action={text.withdraw} title={text.withdrawTitle} keep={text.keep} onConfirm={async () => void (await phone.withdraw(entryId))}>
      {text.withdrawBody}
    </AskOnce>
  );
}
