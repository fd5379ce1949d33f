import { ArrowUp, Check, CheckCheck, Minus, Smartphone, TriangleAlert, Undo2, X, type LucideIcon } from "lucide-react";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { EntrySummary, EntrySyncState } from "@/lib/phone/entries/entry-on-phone";
import { reviewStates, syncStates } from "@/lib/text/states";

type Look = { readonly icon: LucideIcon; readonly tone: StateTone };

const syncLooks: Record<EntrySyncState, Look> = {
  saved: { icon: Smartphone, tone: "quiet" },
  sending: { icon: ArrowUp, tone: "brand" },
  received: { icon: Check, tone: "ok" },
  attention: { icon: TriangleAlert, tone: "warn" },
};

/** Once received, what the leader decided says more than that it arrived. */
const reviewLooks: Partial<Record<EntryStatus, Look>> = {
  returned: { icon: Undo2, tone: "warn" },
  confirmed: { icon: CheckCheck, tone: "ok" },
  refused: { icon: X, tone: "bad" },
  overturned: { icon: X, tone: "bad" },
  withdrawn: { icon: Minus, tone: "quiet" },
};

/** Where an entry is, in one mark. */
export function EntryMark({ entry }: { readonly entry: EntrySummary }) {
  const review = entry.sync === "received" || entry.status === "returned" || entry.attention?.kind === "decidedAgainst" ? reviewLooks[entry.status] : undefined;
  if (review) return <StateMark {...review} label={reviewStates[entry.status].short} />;
  return <StateMark {...syncLooks[entry.sync]} label={syncStates[entry.sync].short} />;
}
