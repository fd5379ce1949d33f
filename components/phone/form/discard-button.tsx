import { AskOnce } from "@/components/ui/ask-once";
import { form } from "@/lib/text/form";

type Props = { readonly amending: boolean; readonly onDiscard: () => void };

/** The way out of a draft that is not wanted any more. */
export function DiscardButton({ amending, onDiscard }: Props) {
  const { action, title, body } = amending ? form.discardChanges : form.discardDraft;
  return (
    <AskOnce action={action} className="justify-self-center" title={title} keep={form.keepDraft} onConfirm={onDiscard}>
      {body}
    </AskOnce>
  );
}
