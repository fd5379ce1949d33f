import { Mark } from "@/components/ui/mark";
import { evidenceText, type EvidenceState } from "@/lib/text/evidence";
import { evidenceLooks } from "./evidence-looks";

type Props = {
  readonly state: EvidenceState;
  /** Since when it stands so, and what time it is: what waits is seen to grow old. */
  readonly since?: string | undefined;
  readonly now: string;
};

/** How the evidence of an outcome stands, at the desk. */
export function EvidenceMark({ state, since, now }: Props) {
  return <Mark {...evidenceLooks[state]}>{evidenceText(state, "short", since, now)}</Mark>;
}
