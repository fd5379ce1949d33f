import { BadgeCheck, FileUp, Link2, MessageCircleQuestionMark, UserPlus, type LucideIcon } from "lucide-react";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";

export const outcomeIcons: Record<OutcomeKind, LucideIcon> = {
  dossierSubmitted: FileUp,
  vneidActivated: BadgeCheck,
  accountLinked: Link2,
  accountOpened: UserPlus,
  guidanceGiven: MessageCircleQuestionMark,
};
