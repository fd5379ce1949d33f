"use client";
import { CalendarClock, Check, CircleCheck, House, Megaphone, Newspaper, ScanQrCode, TriangleAlert, UserPlus, type LucideIcon } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { nameOfEntry } from "@/components/phone/entry-name";
import { EntryRoad } from "@/components/phone/entry-road";
import { formOfKind } from "@/components/phone/form-of-kind";
import { OutcomeList } from "@/components/phone/outcome-list";
import { withPhone } from "@/components/phone/phone-gate";
import { useEntry } from "@/components/phone/use-entry";
import { EmptyScreen } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Dock } from "@/components/ui/top-bar";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { EntryKind } from "@/lib/domain/entry/entry";
import { formatDate } from "@/lib/domain/time/local-date";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { entryKindFacts, eventTypeNames, visitResultNames } from "@/lib/text/entry-kinds";
import { momentText } from "@/lib/text/moment";
import { placeKindNames } from "@/lib/text/outcomes";
import { savedText } from "@/lib/text/saved";

/** Let go with peace of mind: what was saved, where it is now, what happens next. */
export const SavedScreen = withPhone(Saved);

function Saved({ phone }: { readonly phone: Phone }) {
  const id = useSearchParams().get("id") ?? "";
  const detail = useEntry(phone, id);
  if (detail === undefined) return <main className="min-h-dvh" aria-busy="true" />;
  if (detail === null) {
    return <EmptyScreen title={savedText.missing} action={<LinkButton href="/">{savedText.home}</LinkButton>} />;
  }
  const { kind } = detail.summary;
  const next = nextAfter(detail, phone);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <main className="px-4 pt-8 pb-6">
        <Verdict detail={detail} />
        <Slip detail={detail} phone={phone} />
      </main>
      <Dock>
        <LinkButton href={next.href} look="main" icon={next.icon} className="w-full">{savedText.next[next.kind]}</LinkButton>
        {kind === "helpSession" && (
          <LinkButton href={`/record?person=${id}`} icon={UserPlus} className="w-full">{savedText.samePerson}</LinkButton>
        )}
        <div className="flex w-full justify-center gap-6">
          {detail.mayAmend && (
            <LinkButton href={`${formOfKind[kind]}?entry=${id}`} look="quiet">{savedText.edit}</LinkButton>
          )}
          <LinkButton href="/" look="quiet">{savedText.home}</LinkButton>
        </div>
      </Dock>
    </div>
  );
}

/** Help at somebody's door was a halt on the way from door to door: it goes on in that hamlet. */
function nextAfter({ content, summary: { kind } }: EntryDetail, phone: Phone) {
  if (content?.kind !== "helpSession" || content.householdId === undefined) return { kind, ...nexts[kind] };
  const visit = phone.entries.getSnapshot().find((entry) => entry.visit?.household.id === content.householdId)?.visit;
  const { campaigns = [] } = phone.person.getSnapshot().briefing;
  const campaign = campaigns.find(({ areas }) => areas.some(({ id }) => id === visit?.household.areaId));
  const doors = campaign && visit ? `?${new URLSearchParams({ campaign: campaign.id, area: visit.household.areaId })}` : "";
  return { kind: "householdVisit", ...nexts.householdVisit, href: `/areas${doors}` } as const;
}

/** What mostly comes after an entry of a kind. */
const nexts: Record<EntryKind, { readonly href: string; readonly icon: LucideIcon }> = {
  helpSession: { href: "/record?scan=1", icon: ScanQrCode },
  householdVisit: { href: "/areas", icon: House },
  outreachEvent: { href: formOfKind.outreachEvent, icon: Megaphone },
  article: { href: formOfKind.article, icon: Newspaper },
  shiftAttendance: { href: formOfKind.shiftAttendance, icon: CalendarClock },
};

/** Blue until the server has it, green after; the words say the same. */
function Verdict({ detail: { summary } }: { readonly detail: EntryDetail }) {
  const received = summary.sync === "received";
  const Icon = summary.sync === "attention" ? TriangleAlert : Check;
  return (
    <div role="status" className="text-center">
      <span aria-hidden className={`mx-auto grid size-16 place-items-center rounded-full transition-colors duration-[220ms] ${received ? "bg-ok text-surface" : "bg-brand text-on-brand"}`}>
        <Icon size={36} strokeWidth={3} />
      </span>
      <h1 className="mt-3 text-display">
        {savedText.title[summary.sync]}
        {received && summary.receipt && <span className="block text-title text-ok">{savedText.receipt(summary.receipt)}</span>}
      </h1>
      <p className="text-ink-2">{savedText.hint[summary.sync]}</p>
    </div>
  );
}

function Slip({ detail, phone }: { readonly detail: EntryDetail; readonly phone: Phone }) {
  const { summary, content } = detail;
  const { briefing } = phone.person.getSnapshot();
  return (
    <section className="slip mt-5 rounded-t-card bg-surface px-4 pt-3.5 pb-5">
      <h2 className="text-head">{nameOfEntry(summary)}</h2>
      <p className="text-small text-ink-2">{momentText(summary.happenedAt)}</p>
      {content && (
        <>
          <p className="text-small text-ink-2 empty:hidden">{factOf(content)}</p>
          <div className="mt-2.5 grid gap-2 border-t-[1.5px] border-dashed border-control pt-2.5">
            <OutcomeList outcomes={content.outcomes} states={detail.outcomes} status={summary.status} now={phone.now()} briefing={briefing} />
            {"consent" in content && content.consent && (
              <p className="flex items-start gap-2.5 font-medium">
                <CircleCheck aria-hidden size={22} className="mt-px flex-none text-brand" />
                {savedText.consented(content.consent.purposes.length)}
              </p>
            )}
          </div>
        </>
      )}
      <div className="mt-3.5 border-t-[1.5px] border-dashed border-control pt-3">
        <EntryRoad detail={detail} />
      </div>
    </section>
  );
}

/** One line that says which one it is. */
function factOf(content: EntryContent): string {
  switch (content.kind) {
    case "helpSession": return [placeKindNames[content.place.kind], content.place.name].filter(Boolean).join(" · ");
    case "outreachEvent": return [eventTypeNames[content.type], content.placeName, entryKindFacts.attended(content.attendance.youth, content.attendance.others)].join(" · ");
    case "article": return [content.publisher, formatDate(content.publishedOn)].join(" · ");
    case "householdVisit": return visitResultNames[content.result];
    case "shiftAttendance": return "";
  }
}
