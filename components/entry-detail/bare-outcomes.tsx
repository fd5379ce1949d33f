import { OutcomeEvidence } from "@/components/phone/outcome-evidence";
import { outcomeIcons } from "@/components/phone/outcome-icons";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import { notCounted } from "@/lib/text/not-counted";
import { outcomeNames } from "@/lib/text/outcomes";

/** Of an entry whose content is on another phone: what it was about, and how its evidence stands. */
export function BareOutcomes({ detail: { outcomes, summary }, now }: { readonly detail: EntryDetail; readonly now: string }) {
  return (
    <ul className="grid gap-2">
      {outcomes.map((outcome) => {
        const Icon = outcomeIcons[outcome.kind];
        return (
          <li key={outcome.id} className="flex items-start gap-2.5">
            <Icon aria-hidden size={22} className="mt-px flex-none text-brand" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{outcomeNames[outcome.kind].full}</span>
              {outcome.notCounted && <span className="block text-small text-warn">{notCounted[outcome.notCounted]}</span>}
              <OutcomeEvidence outcome={outcome} status={summary.status} now={now} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
