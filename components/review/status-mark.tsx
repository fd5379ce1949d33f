import { CheckCheck, Clock, Minus, ShieldAlert, Undo2, X, type LucideIcon } from "lucide-react";
import { Mark, type Tone } from "@/components/ui/mark";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import { reviewStates } from "@/lib/text/states";

const looks: Record<EntryStatus, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  submitted: { icon: Clock, tone: "quiet" },
  reopened: { icon: Clock, tone: "quiet" },
  returned: { icon: Undo2, tone: "warn" },
  confirmed: { icon: CheckCheck, tone: "ok" },
  refused: { icon: X, tone: "bad" },
  overturned: { icon: X, tone: "bad" },
  withdrawn: { icon: Minus, tone: "faint" },
  quarantined: { icon: ShieldAlert, tone: "warn" },
};

export function StatusMark({ status, length = "short" }: { readonly status: EntryStatus; readonly length?: "short" | "full" }) {
  return <Mark {...looks[status]}>{reviewStates[status][length]}</Mark>;
}
