import type { EntryOutcome } from "@/lib/domain/entry/entry-content";
import type { OutcomeOnPhone } from "@/lib/phone/phone";
import type { Briefing } from "@/lib/protocol/briefing";
import { notCounted } from "@/lib/text/not-counted";
import { outcomeNames } from "@/lib/text/outcomes";
import { savedText } from "@/lib/text/saved";
import { outcomeIcons } from "./outcome-icons";

type Props = { readonly outcomes: readonly EntryOutcome[]; readonly states: readonly OutcomeOnPhone[]; readonly briefing: Briefing };

/** What was helped, in full, with the reason where something will not count. */
export function OutcomeList({ outcomes, states, briefing }: Props) {
  return (
    <ul className="grid gap-2">
      {outcomes.map((outcome) => {
        const Icon = outcomeIcons[outcome.kind];
        const reason = states.find(({ id }) => id === outcome.id)?.notCounted;
        return (
          <li key={outcome.id} className="flex items-start gap-2.5">
            <Icon aria-hidden size={22} className="mt-px flex-none text-brand" />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{titleOf(outcome, briefing)}</span>
              {outcome.kind === "dossierSubmitted" && outcome.dossierCode && <span className="block text-small break-all text-ink-2">{outcome.dossierCode}</span>}
              {outcome.kind === "dossierSubmitted" && outcome.paidOnline && <span className="block text-small text-ink-2">{savedText.paidOnline}</span>}
              {reason && <span className="block text-small text-warn">{notCounted[reason]}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function titleOf(outcome: EntryOutcome, briefing: Briefing): string {
  const service = "service" in outcome ? briefing.services.find(({ slug }) => slug === outcome.service)?.name : undefined;
  const name = outcome.kind === "dossierSubmitted" && outcome.channel === "paper" ? savedText.paperDossier : outcomeNames[outcome.kind];
  return service ? `${name.short}: ${service}` : name.full;
}
