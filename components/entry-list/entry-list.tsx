"use client";
import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { BottomBar } from "@/components/phone/bottom-bar";
import { dayName } from "@/components/phone/day-name";
import { EntryRow } from "@/components/phone/entry-row";
import { withPhone } from "@/components/phone/phone-gate";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Button } from "@/components/ui/button";
import { TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary, Phone } from "@/lib/phone/phone";
import { entryList } from "@/lib/text/entry-list";
import { entryFilters, filterEntries, type EntryFilter } from "./filter-entries";

/** Rows drawn at first, and more at each wish: a cheap phone draws hundreds, not thousands. */
const pageSize = 100;

/** Find one of mine. */
export const EntryListScreen = withPhone(EntryList);

function EntryList({ phone }: { readonly phone: Phone }) {
  const entries = useLive(phone.entries);
  const [filter, setFilter] = useState<EntryFilter>("all");
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(pageSize);
  const found = filterEntries(entries, filter, useDeferredValue(search));
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={entryList.title} />
      <main className="grid grid-cols-1 gap-3 px-4 pt-3 pb-8">
        <label className="flex items-center gap-2 rounded-field border-[1.5px] border-control bg-surface px-3 focus-within:outline-3 focus-within:outline-brand">
          <Search aria-hidden size={20} className="flex-none text-ink-2" />
          <span className="sr-only">{entryList.search}</span>
          <input
            type="search" value={search} placeholder={entryList.search} enterKeyHint="search" autoComplete="off"
            onChange={(event) => setSearch(event.target.value)} className="min-h-12 w-full bg-transparent outline-none"
          />
        </label>
        <Filters filter={filter} onChange={setFilter} />
        <p role="status" className="text-small text-ink-2">
          {entryList.count(found.length)}
        </p>
        {entries.length === 0 && <EmptyState title={entryList.empty}>{entryList.emptyHint}</EmptyState>}
        {entries.length > 0 && found.length === 0 && <EmptyState title={entryList.nothingFound} />}
        {byDay(found.slice(0, shown)).map(([day, ofDay]) => (
          <section key={day} aria-label={dayName(day, localDateOf(phone.now()))}>
            <h2 className="mb-1.5 text-small font-semibold text-ink-2">{dayName(day, localDateOf(phone.now()))}</h2>
            <Card className="overflow-hidden">
              <ul>
                {ofDay.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} />
                ))}
              </ul>
            </Card>
          </section>
        ))}
        {found.length > shown && (
          <Button look="second" onClick={() => setShown(shown + pageSize)}>
            {entryList.more}
          </Button>
        )}
      </main>
      <BottomBar />
    </div>
  );
}

function Filters({ filter, onChange }: { readonly filter: EntryFilter; readonly onChange: (filter: EntryFilter) => void }) {
  return (
    <div role="group" aria-label={entryList.filterLegend} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1">
      {entryFilters.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === filter}
          onClick={() => onChange(value)}
          className="min-h-12 flex-none rounded-full border-[1.5px] border-control bg-surface px-4 text-small font-semibold aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand"
        >
          {entryList.filters[value]}
        </button>
      ))}
    </div>
  );
}

function byDay(entries: readonly EntrySummary[]): [LocalDate, EntrySummary[]][] {
  const days = new Map<LocalDate, EntrySummary[]>();
  for (const entry of entries) days.set(entry.happenedOn, [...(days.get(entry.happenedOn) ?? []), entry]);
  return [...days];
}
