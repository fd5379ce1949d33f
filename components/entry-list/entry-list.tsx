"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { BottomBar } from "@/components/phone/bottom-bar";
import { dayName } from "@/components/phone/day-name";
import { FilterChips } from "@/components/phone/filter-chips";
import { withPhone } from "@/components/phone/phone-gate";
import { SearchBox } from "@/components/phone/search-box";
import { EmptyState } from "@/components/ui/empty-state";
import { TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { entryList } from "@/lib/text/entry-list";
import { DaySection } from "./day-section";
import { createEntryFinder, type EntryFilter } from "./filter-entries";
import { MoreButton } from "./more-button";

/** Rows drawn at first: a screen full. */
const pageSize = 8;
/** And as many more whenever the end comes near: a cheap phone draws few between two frames. */
const growth = 4;
const longList = 40;

/** Find one of mine. */
export const EntryListScreen = withPhone(EntryList);

function EntryList({ phone }: { readonly phone: Phone }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={entryList.title} />
      <FoundEntries phone={phone} />
      <BottomBar />
    </div>
  );
}

/** All that is drawn again with every key, and nothing more: on a cheap phone each key has a tenth of a second. */
function FoundEntries({ phone }: { readonly phone: Phone }) {
  const entries = useLive(phone.entries);
  const [filter, setFilter] = useState<EntryFilter>("all");
  const [search, setSearch] = useState("");
  const [grown, setGrown] = useState({ list: "", rows: pageSize });
  const complete = useLive(phone.entriesComplete);
  const wanted = useDeferredValue(search);
  const [find] = useState(createEntryFinder);
  const found = useMemo(() => find(entries, filter, wanted), [find, entries, filter, wanted]);
  // Another list begins with a screen full again.
  const list = `${filter} ${wanted}`;
  const shown = grown.list === list ? grown.rows : pageSize;
  const today = localDateOf(phone.now());
  const days = useMemo(() => byDay(found.slice(0, shown)), [found, shown]);
  return (
    <main className="space-y-3 px-4 pt-3 pb-8">
      <SearchBox label={entryList.search} value={search} onType={setSearch} />
      <FilterChips label={entryList.filterLegend} names={entryList.filters} chosen={filter} onChoose={setFilter} />
      <p role="status" className="text-small text-ink-2">
        {entryList.count(found.length)}
      </p>
      {entries.length === 0 && <EmptyState title={entryList.empty}>{entryList.emptyHint}</EmptyState>}
      {entries.length > 0 && found.length === 0 && <EmptyState title={entryList.nothingFound} />}
      {days.map(([day, ofDay]) => (
        <DaySection key={day} name={dayName(day, today)} entries={ofDay} isOfMany={shown >= longList} />
      ))}
      {found.length > shown && <MoreButton key={`${list} ${shown}`} onMore={() => setGrown({ list, rows: shown + growth })} />}
      {!complete && <p className="text-small text-ink-2">{entryList.reading}</p>}
    </main>
  );
}

type Day = readonly [LocalDate, readonly EntrySummary[]];

function byDay(entries: readonly EntrySummary[]): readonly Day[] {
  const days = new Map<LocalDate, EntrySummary[]>();
  for (const entry of entries) {
    const ofDay = days.get(entry.happenedOn);
    if (ofDay) ofDay.push(entry);
    else days.set(entry.happenedOn, [entry]);
  }
  return [...days];
}
