import { CalendarClock, MapPin } from "lucide-react";
import { EntryMark } from "@/components/phone/entry-mark";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { BriefedShift } from "@/lib/protocol/briefing";
import { formatTimeOfDay } from "@/lib/text/moment";
import { shift as text } from "@/lib/text/shift";
import type { OwnAttendance } from "./own-attendances";

type Props = {
  readonly running: OwnAttendance | undefined;
  /** The plan of the running one; absent where it is none or too old. */
  readonly planned: BriefedShift | undefined;
  readonly next: BriefedShift | undefined;
  readonly hasShifts: boolean;
};

/** What is now: the shift one is on, or the one to check in to. */
export function CurrentShift({ running, planned, next, hasShifts }: Props) {
  if (running) return <Running attendance={running} planned={planned} />;
  if (!next) return <EmptyState title={hasShifts ? text.nothingToday : text.title}>{hasShifts ? null : text.nothingAtAll}</EmptyState>;
  return (
    <Card className="p-4">
      <h2 className="text-small font-semibold text-ink-2">{text.today}</h2>
      <p className="mt-1 text-display">{text.hours(next.startsAt, next.endsAt)}</p>
      <Place name={next.placeName} />
    </Card>
  );
}

function Running({ attendance: { entry, content, mayAmend }, planned }: { readonly attendance: OwnAttendance; readonly planned: BriefedShift | undefined }) {
  return (
    <Card className="border-2 border-brand p-4">
      <div role="status">
        <h2 className="flex items-center gap-2 text-head text-brand">
          <CalendarClock aria-hidden size={24} />
          {text.running}
        </h2>
        <p className="mt-1 text-title">{text.since(formatTimeOfDay(content.happenedAt))}</p>
        <Place name={content.placeName} />
        {planned && <p className="text-ink-2">{text.until(planned.endsAt)}</p>}
        <p className="mt-2"><EntryMark entry={entry} /></p>
      </div>
      {mayAmend ? (
        <LinkButton href={`/shift?entry=${entry.id}&field=checkedOutAt`} look="quiet" className="-ml-3">{text.otherTime}</LinkButton>
      ) : (
        <p className="mt-2 text-warn">{text.locked}</p>
      )}
    </Card>
  );
}

function Place({ name }: { readonly name: string }) {
  return (
    <p className="mt-1 flex items-start gap-2 text-head font-medium">
      <MapPin aria-hidden size={22} className="mt-0.5 flex-none text-ink-2" />
      <span className="min-w-0">{name}</span>
    </p>
  );
}
