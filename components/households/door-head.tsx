import { progressOf } from "@/lib/domain/household/progress";
import { formatDate } from "@/lib/domain/time/local-date";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import { areasText, visitText } from "@/lib/text/households";
import { formatCount } from "@/lib/text/moment";
import { nameOf } from "./household-name";
import type { LoadedVisit } from "./load-visit";
import { ProgressBar } from "./progress-bar";
import type { VisitDraft } from "./visit-draft";

type Props = {
  readonly draft: VisitDraft;
  readonly known: PackHousehold | undefined;
  readonly place: LoadedVisit["place"];
  readonly neighbours: readonly PackHousehold[];
};

/** Whose door, where, what came of the last visit, and how far the hamlet is. */
export function DoorHead({ draft: { household, entryId }, known, place, neighbours }: Props) {
  const named = { head: household.head || undefined, address: household.address || undefined };
  return (
    <header className="border-b border-line bg-surface px-4 pb-3.5 sunlight:border-b-2">
      {!household.isNew && (
        <>
          <h2 className="text-title">{nameOf(named)}</h2>
          {named.head && <p className="text-ink-2">{named.address}</p>}
          {!entryId && <p className="text-ink-2">{lastVisitOf(known)}</p>}
        </>
      )}
      {place && <HowFar place={place} neighbours={neighbours} />}
    </header>
  );
}

function HowFar({ place: { campaign, hamlet }, neighbours }: { readonly place: NonNullable<LoadedVisit["place"]>; readonly neighbours: readonly PackHousehold[] }) {
  const { done, total } = progressOf(neighbours, campaign.from, hamlet.householdCount);
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
      {hamlet.name}
      <ProgressBar done={done} total={total} />
      {areasText.doneOf(formatCount(done), formatCount(total))}
    </p>
  );
}

function lastVisitOf(known: PackHousehold | undefined): string {
  if (!known?.lastResult || !known.lastVisitOn) return visitText.neverVisited;
  return visitText.lastVisit(formatDate(known.lastVisitOn), visitText.results[known.lastResult]);
}
