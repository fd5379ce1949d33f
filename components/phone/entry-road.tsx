import { Road } from "@/components/ui/road";
import type { EntryDetail } from "@/lib/phone/phone";
import { formatTimeOfDay } from "@/lib/text/moment";
import { savedText } from "@/lib/text/saved";

const decided = new Set(["confirmed", "refused", "overturned"]);

/** Lưu → nhận → duyệt → đối khớp: how far this entry has come. */
export function EntryRoad({ detail }: { readonly detail: EntryDetail }) {
  const { summary, savedAt, receivedAt, review } = detail;
  const received = receivedAt !== undefined || summary.receipt !== undefined;
  const reviewed = decided.has(summary.status);
  const at = (instant: string | undefined) => instant && formatTimeOfDay(instant);
  const { road } = savedText;
  return (
    <Road
      steps={[
        { label: road.saved, done: true, detail: at(savedAt) },
        { label: road.received, done: received, detail: at(receivedAt) },
        { label: road.reviewed, done: reviewed, detail: reviewed ? at(review?.at) : undefined },
        { label: road.matched, done: false },
      ]}
    />
  );
}
