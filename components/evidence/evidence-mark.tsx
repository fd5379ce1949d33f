import { CalendarX, Clock, Copy, Link as LinkIcon, SearchX, ShieldCheck, ShieldX, type LucideIcon } from "lucide-react";
import { Mark, type Tone } from "@/components/ui/mark";
import type { EvidenceVerdict } from "@/lib/protocol/review-queue";
import { evidenceStates } from "@/lib/text/states";

const looks: Record<EvidenceVerdict, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  unchecked: { icon: Clock, tone: "quiet" },
  matched: { icon: LinkIcon, tone: "ok" },
  notFound: { icon: SearchX, tone: "quiet" },
  duplicate: { icon: Copy, tone: "warn" },
  outsideScheme: { icon: CalendarX, tone: "quiet" },
  confirmedByPolice: { icon: ShieldCheck, tone: "ok" },
  refusedByPolice: { icon: ShieldX, tone: "bad" },
};

export function EvidenceMark({ verdict }: { readonly verdict: EvidenceVerdict }) {
  return <Mark {...looks[verdict]}>{evidenceStates[verdict].short}</Mark>;
}
