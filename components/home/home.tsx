"use client";
import { ChevronRight, Plus, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { BottomBar } from "@/components/phone/bottom-bar";
import { dayName } from "@/components/phone/day-name";
import { EntryRow } from "@/components/phone/entry-row";
import { withPhone } from "@/components/phone/phone-gate";
import { PhoneNotices } from "@/components/phone/phone-notices";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useLive } from "@/components/ui/use-live";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { home } from "@/lib/text/home";
import { countByDay } from "./count-by-day";
import { CurrentShift } from "./current-shift";
import { HomeHeader } from "./home-header";
import { ParkedDrafts } from "./parked-drafts";

const recentCount = 3;

/** What did I do today, what needs me, what next. */
export const HomeScreen = withPhone(Home);

function Home({ phone }: { readonly phone: Phone }) {
  const entries = useLive(phone.entries);
  const { briefing } = useLive(phone.person);
  const today = localDateOf(phone.now());
  const todays = entries.filter(({ kind, happenedOn, status }) => kind !== "shiftAttendance" && happenedOn === today && status !== "withdrawn");
  const attention = entries.filter((entry) => entry.sync === "attention");
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <HomeHeader phone={phone} today={today} todays={todays} />
      <main className="grid grid-cols-1 gap-3 px-4 pt-3.5 pb-8">
        <PhoneNotices phone={phone} />
        {attention.length > 0 && (
          <Link href="/sync" className="flex min-h-17 items-center gap-3 rounded-card border border-warn-line bg-warn-soft px-3.5 py-2.5 sunlight:border-2">
            <TriangleAlert aria-hidden size={28} className="flex-none text-warn" />
            <span className="min-w-0 flex-1">
              <b className="block font-semibold">{home.attention(attention.length)}</b>
              <span className="block text-small text-ink-2">{home.attentionDays(countByDay(attention, today))}</span>
            </span>
            <ChevronRight aria-hidden size={24} />
          </Link>
        )}
        <CurrentShift shifts={briefing.shifts} today={today} now={phone.now()} />
        <ParkedDrafts phone={phone} />
        {todays.length === 0 && <EmptyState title={home.firstDay}>{entries.length === 0 ? home.firstDayHint : null}</EmptyState>}
        {entries.length > 0 && (
          <section aria-labelledby="recent">
            <div className="flex min-h-12 items-center justify-between">
              <h2 id="recent" className="text-small font-semibold text-ink-2">
                {home.recent}
              </h2>
              <Link href="/entries" className="grid min-h-12 place-items-center px-1 text-small font-semibold text-brand">
                {home.all}
              </Link>
            </div>
            <Card className="overflow-hidden">
              <ul>
                {entries.slice(0, recentCount).map((entry) => (
                  <EntryRow key={entry.id} entry={entry} day={entry.happenedOn === today ? undefined : dayName(entry.happenedOn, today)} />
                ))}
              </ul>
            </Card>
          </section>
        )}
        <LinkButton href="/more" look="quiet" icon={Plus} className="justify-self-center">{home.other}</LinkButton>
      </main>
      <BottomBar />
    </div>
  );
}
