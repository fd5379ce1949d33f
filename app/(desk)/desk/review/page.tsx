import type { Metadata } from "next";
import { EntryDetail } from "@/components/review/entry-detail";
import { ReviewDesk } from "@/components/review/review-desk";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { queueFilterOf } from "@/lib/server/review-queue/queue-filter";
import { readQueue } from "@/lib/server/review-queue/read-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import "./review.css";

export const metadata: Metadata = { title: reviewDesk.title };

export default async function ReviewPage({ searchParams }: PageProps<"/desk/review">) {
  const person = await requirePerson("/desk/review");
  const parameters = await searchParams;
  const now = new Date().toISOString();
  const filter = queueFilterOf(parameters);
  const page = await readQueue(person.actor, filter, localDateOf(now));
  const named = Uuid.safeParse(parameters.entry).data;
  const entryId = named ?? page.items[0]?.id;
  const entry = entryId ? await findReviewedEntry(person.actor, entryId, now) : undefined;
  return (
    <ReviewDesk personId={person.actor.userId} page={page} filter={filter} entry={entry} opened={Boolean(named)} now={Date.parse(now)}>
      {entry ? <EntryDetail entry={entry} now={now} /> : <p className="review-none">{entryId ? reviewDesk.entryGone : reviewDesk.pickOne}</p>}
    </ReviewDesk>
  );
}
