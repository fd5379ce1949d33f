import * as z from "zod/mini";
import { Article } from "./article";
import { HelpSession } from "./help-session";
import { HouseholdVisit } from "./household-visit";
import { OutreachEvent } from "./outreach-event";
import { ShiftAttendance } from "./shift-attendance";

/** What a volunteer records, by kind. Every kind says when it happened and lists its outcomes. */
export const EntryContent = z.discriminatedUnion("kind", [HelpSession, HouseholdVisit, OutreachEvent, Article, ShiftAttendance]);
export type EntryContent = z.infer<typeof EntryContent>;
export type EntryOutcome = EntryContent["outcomes"][number];
