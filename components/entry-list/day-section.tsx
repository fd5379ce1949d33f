import { memo } from "react";
import { EntryRow } from "@/components/phone/entry-row";
import { Card } from "@/components/ui/card";
import type { EntrySummary } from "@/lib/phone/phone";

type Props = { readonly name: string; readonly entries: readonly EntrySummary[] };

/** The entries of one day; drawn again only when one of them changes. */
export const DaySection = memo(
  function DaySection({ name, entries }: Props) {
    return (
      <section aria-label={name}>
        <h2 className="mb-1.5 text-small font-semibold text-ink-2">{name}</h2>
        <Card className="overflow-hidden">
          <ul>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </Card>
      </section>
    );
  },
  (before, after) =>
    before.name === after.name && before.entries.length === after.entries.length && before.entries.every((entry, index) => entry === after.entries[index]),
);
