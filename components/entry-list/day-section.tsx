import { memo } from "react";
import { evidenceLooks } from "@/components/evidence/evidence-looks";
import { EntryRow } from "@/components/phone/entry-row";
import { Card } from "@/components/ui/card";
import { StateMark } from "@/components/ui/state-mark";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { evidenceStates } from "@/lib/text/evidence";
import { tellingStanding } from "./telling-standing";

type Props = {
  readonly name: string;
  readonly entries: readonly EntrySummary[];
  /** Of a long list, what is off the screen is not drawn; in a short one that would only draw everything twice. */
  readonly isOfMany: boolean;
};

/** The entries of one day; drawn again only when one of them changes. */
export const DaySection = memo(
  function DaySection({ name, entries, isOfMany }: Props) {
    return (
      <section aria-label={name} className={isOfMany ? "[contain-intrinsic-size:auto_20rem] [content-visibility:auto]" : undefined}>
        <h2 className="mb-1.5 text-small font-semibold text-ink-2">{name}</h2>
        <Card className="overflow-hidden">
          <ul>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} mark={confirmedMark(entry)} />
            ))}
          </ul>
        </Card>
      </section>
    );
  },
  (before, after) =>
    before.name === after.name && before.isOfMany === after.isOfMany && before.entries.length === after.entries.length && before.entries.every((entry, index) => entry === after.entries[index]),
);

/** Once it is confirmed, what its evidence says tells more than that. */
function confirmedMark({ status, sync, evidence }: EntrySummary) {
  const standing = status === "confirmed" && sync === "received" ? tellingStanding(evidence) : undefined;
  return standing && <StateMark {...evidenceLooks[standing]} label={evidenceStates[standing].short} />;
}
