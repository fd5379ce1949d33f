import { CalendarX, CircleCheck, CircleX, Clock, Copy, FileText, Hourglass, KeyRound, Link as LinkIcon, Minus, SearchX, ShieldCheck, ShieldX, type LucideIcon } from "lucide-react";
import type { EvidenceState } from "@/lib/text/evidence";

type Look = { readonly icon: LucideIcon; readonly tone: "ok" | "warn" | "bad" | "quiet" };

/** The same marks on phone and desk. */
export const evidenceLooks: Record<EvidenceState, Look> = {
  unchecked: { icon: Clock, tone: "quiet" },
  noKey: { icon: KeyRound, tone: "quiet" },
  notFound: { icon: SearchX, tone: "quiet" },
  matched: { icon: LinkIcon, tone: "ok" },
  outsideScheme: { icon: CalendarX, tone: "quiet" },
  onPaper: { icon: FileText, tone: "quiet" },
  duplicate: { icon: Copy, tone: "warn" },
  awaitingPolice: { icon: Hourglass, tone: "quiet" },
  confirmedByPolice: { icon: ShieldCheck, tone: "ok" },
  refusedByPolice: { icon: ShieldX, tone: "bad" },
  awaitingOfficer: { icon: Hourglass, tone: "quiet" },
  checkedByOfficer: { icon: CircleCheck, tone: "ok" },
  refusedByOfficer: { icon: CircleX, tone: "bad" },
  notNeeded: { icon: Minus, tone: "quiet" },
};
