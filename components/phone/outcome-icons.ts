import { BadgeCheck, CalendarCheck, FileUp, House, Link2, Megaphone, MessageCircleQuestionMark, Newspaper, UserPlus, type LucideIcon } from "lucide-react";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";

export const outcomeIcons: Record<OutcomeKind, LucideIcon> = {
  dossierSubmitted: FileUp,
  vneidActivated: BadgeCheck,
  accountLinked: Link2,
  accountOpened: UserPlus,
  guidanceGiven: MessageCircleQuestionMark,
  householdInformed: House,
  eventHeld: Megaphone,
  articlePublished: Newspaper,
  shiftAttended: CalendarCheck,
};
