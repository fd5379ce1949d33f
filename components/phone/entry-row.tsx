import Link from "next/link";
import type { ReactNode } from "react";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { formatTimeOfDay } from "@/lib/text/moment";
import { EntryMark } from "./entry-mark";
import { gistOfEntry, nameOfEntry } from "./entry-name";

type Props = {
  readonly entry: EntrySummary;
  /** Where nothing above the row says its day. */
  readonly day?: string | undefined;
  /** In place of the mark that says how far the entry itself has come. */
  readonly mark?: ReactNode;
};

/** One entry in a list: whom, when, what, and where it is. */
export function EntryRow({ entry, day, mark }: Props) {
  return (
    <li className="border-t border-line first:border-t-0">
      <Link href={`/entry?id=${entry.id}`} prefetch={false} className="block min-h-16 px-3.5 py-2.5 active:bg-sunken">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <b className="min-w-0 flex-1 basis-32 font-semibold">{nameOfEntry(entry)}</b>
          <time dateTime={entry.happenedAt} className="text-small text-ink-3">
            {day ?? formatTimeOfDay(entry.happenedAt)}
          </time>
        </span>
        <span className="flex flex-wrap items-center justify-between gap-x-3 text-small text-ink-2">
          {gistOfEntry(entry)}
          {mark ?? <EntryMark entry={entry} />}
        </span>
      </Link>
    </li>
  );
}
