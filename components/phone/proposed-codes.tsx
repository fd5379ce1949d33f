"use client";
import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { proposedCodeText } from "@/lib/text/evidence";
import { formOfKind } from "./form-of-kind";
import { SpellingComparison } from "./spelling-comparison";
import { useSaving } from "./use-saving";

type Props = {
  readonly phone: Phone;
  readonly detail: EntryDetail;
  /** Nothing else asks for a change here: there is one main button. */
  readonly main?: boolean;
};

/** Codes of the register that differ in one character: questions while the entry may be amended, never repaired silently. */
export function ProposedCodes({ phone, detail, main = false }: Props) {
  const { content, outcomes, mayAmend, summary } = detail;
  if (content?.kind !== "helpSession") return null;
  return outcomes.map(({ id, proposedCode }) => {
    const index = content.outcomes.findIndex((outcome) => outcome.id === id);
    const outcome = content.outcomes[index];
    if (!proposedCode || outcome?.kind !== "dossierSubmitted" || !outcome.dossierCode) return null;
    // The code itself stays out of the address: the form reads it from the entry.
    const form = new URLSearchParams({ entry: summary.id, field: `outcomes.${index}.dossierCode`, proposed: id });
    return (
      <section key={id} aria-labelledby={`proposed-${id}`} className="grid grid-cols-1 gap-2.5">
        <p id={`proposed-${id}`} className="flex items-center gap-2 font-semibold">
          <SearchX aria-hidden size={22} className="flex-none text-warn" />
          {proposedCodeText.title}
        </p>
        <SpellingComparison
          recorded={{ name: proposedCodeText.recorded, text: outcome.dossierCode }}
          said={{ name: proposedCodeText.proposed, text: proposedCode }}
        />
        <p className="text-small text-ink-2">{mayAmend ? proposedCodeText.question : proposedCodeText.locked}</p>
        {mayAmend && (
          <LinkButton href={`${formOfKind[summary.kind]}?${form}`} look={main ? "main" : "second"} className="w-full">{proposedCodeText.take}</LinkButton>
        )}
        <KeepCode phone={phone} entryId={summary.id} outcomeId={id} />
      </section>
    );
  });
}

/** Settles the question here; nothing is sent. */
function KeepCode({ phone, entryId, outcomeId }: { readonly phone: Phone; readonly entryId: string; readonly outcomeId: string }) {
  const { problem, run } = useSaving();
  return (
    <>
      <Button look="second" onClick={() => void run(() => phone.keepCode(entryId, outcomeId))}>
        {proposedCodeText.keep}
      </Button>
      {problem && <p role="alert" className="font-medium text-bad">{problem}</p>}
    </>
  );
}
