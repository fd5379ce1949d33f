import { Road, type RoadStep } from "@/components/ui/road";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import { formatTimeOfDay } from "@/lib/text/moment";
import { evidenceStates, type EvidenceState } from "@/lib/text/evidence";
import { savedText } from "@/lib/text/saved";
import { evidenceStateOf } from "./outcome-evidence";

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
        { label: road.matched, ...matchedStep(detail) },
      ]}
    />
  );
}

const good: ReadonlySet<EvidenceState> = new Set(["matched", "confirmedByPolice", "checkedByOfficer", "notNeeded"]);

/** Done when everything that may count does; before that, what still keeps it. */
function matchedStep({ outcomes, summary: { status } }: EntryDetail): Pick<RoadStep, "done" | "detail"> {
  const states = outcomes.flatMap((outcome) => evidenceStateOf(outcome, status) ?? []);
  const telling = states.find((state) => !good.has(state)) ?? states[0];
  if (!telling) return { done: false };
  return { done: status === "confirmed" && good.has(telling), detail: telling === "unchecked" ? undefined : evidenceStates[telling].short };
}
