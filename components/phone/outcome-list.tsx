import type { EntryOutcome } from "@/lib/domain/entry/entry-content";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { OutcomeOnPhone } from "@/lib/phone/entries/entry-on-phone";
import type { Briefing } from "@/lib/protocol/briefing";
import { notCounted } from "@/lib/text/not-counted";
import { outcomeNames } from "@/lib/text/outcomes";
import { savedText } from "@/lib/text/saved";
import { OutcomeEvidence } from "./outcome-evidence";
import { outcomeIcons } from "./outcome-icons";

type Props = {
  readonly outcomes: readonly EntryOutcome[];
  readonly states: readonly OutcomeOnPhone[];
  readonly status: EntryStatus;
  readonly now: string;
  readonly briefing: Briefing;
};

/** What was helped, in full, with the reason where something will not count, and how its evidence stands. */
export function OutcomeList({ outcomes, states, status, now, briefing }: Props) {
  return (
    <ul className="grid gap-2">
      {outcomes.map((outcome) => {
        const Icon = outcomeIcons[outcome.kind];
        const state = states.find(({ id }) => id === outcome.id);
        return (
          <li key={outcome.id} className="flex items-start gap-2.5">
            <Icon aria-hidden size={22} className="mt-px flex-none text-brand" />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{titleOf(outcome, briefing)}</span>
              {outcome.kind === "dossierSubmitted" && outcome.dossierCode && <span className="block text-small break-all text-ink-2">{outcome.dossierCode}</span>}
              {outcome.kind === "dossierSubmitted" && outcome.paidOnline && <span className="block text-small text-ink-2">{savedText.paidOnline}</span>}
              {state?.notCounted && <span className="block text-small text-warn">{notCounted[state.notCounted]}</span>}
              {state && <OutcomeEvidence outcome={state} status={status} now={now} />}
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
