import { CircleOff, CircleSlash, KeyRound, UserCheck, UserX, type LucideIcon } from "lucide-react";
import { Mark, type Tone } from "@/components/ui/mark";
import type { PersonState } from "@/lib/protocol/people";
import { peopleTexts } from "@/lib/text/people";

const looks: Record<PersonState, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  active: { icon: UserCheck, tone: "ok" },
  noPassword: { icon: CircleOff, tone: "quiet" },
  firstPassword: { icon: KeyRound, tone: "quiet" },
  noRole: { icon: CircleSlash, tone: "quiet" },
  disabled: { icon: UserX, tone: "bad" },
};

export function PersonStateMark({ state }: { readonly state: PersonState }) {
  const { icon, tone } = looks[state];
  return <Mark icon={icon} tone={tone}>{peopleTexts.states[state]}</Mark>;
}
