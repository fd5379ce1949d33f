import { BadgeCheck, CalendarCheck, CircleHelp, FileUp, House, Link2, Megaphone, Newspaper, UserPlus, type LucideIcon } from "lucide-react";
import { EvidenceMark } from "@/components/evidence/evidence-mark";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { ReviewedOutcome } from "@/lib/protocol/review-queue";
import { reviewDetail } from "@/lib/text/desk-review";
import { evidenceReasonNames, proposedCodeText } from "@/lib/text/evidence";
import { notCounted } from "@/lib/text/not-counted";
import { outcomeNames } from "@/lib/text/outcomes";

const icons: Record<OutcomeKind, LucideIcon> = {
  accountOpened: UserPlus,
  accountLinked: Link2,
  vneidActivated: BadgeCheck,
  dossierSubmitted: FileUp,
  guidanceGiven: CircleHelp,
  householdInformed: House,
  eventHeld: Megaphone,
  articlePublished: Newspaper,
  shiftAttended: CalendarCheck,
};

export function EntryOutcomes({ outcomes, now }: { readonly outcomes: readonly ReviewedOutcome[]; readonly now: string }) {
  if (outcomes.length === 0) return null;
  return (
    <section>
      <h3 className="review-h3">{reviewDetail.outcomes(outcomes.length)}</h3>
      <ul className="review-outcomes">
        {outcomes.map((outcome) => {
          const Icon = icons[outcome.kind];
          return (
            <li key={outcome.id}>
              <Icon aria-hidden size={18} className="mt-0.5 flex-none text-brand" />
              <div>
                <b>{titleOf(outcome)}</b>
                {detailsOf(outcome) && <span className="break-all">{detailsOf(outcome)}</span>}
                {outcome.proposedCode && <span className="break-all text-ink-2">{proposedCodeText.desk(outcome.proposedCode)}</span>}
                {outcome.reason && <span className="text-ink-2">{evidenceReasonNames[outcome.reason]}</span>}
                {outcome.notCounted && <span className="text-ink-2">{notCounted[outcome.notCounted]}</span>}
              </div>
              {outcome.standing && <EvidenceMark state={outcome.standing} since={outcome.since} now={now} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function titleOf({ kind, serviceName }: ReviewedOutcome): string {
  if (!serviceName) return outcomeNames[kind].full;
  return `${outcomeNames[kind].short}: ${serviceName}`;
}

function detailsOf({ dossierCode, channel, paidOnline }: ReviewedOutcome): string {
  const parts = [dossierCode, channel === "paper" && reviewDetail.paper, paidOnline && reviewDetail.paidOnline];
  return parts.filter(Boolean).join(" · ");
}
