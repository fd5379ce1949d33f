import * as z from "zod/mini";
import { Uuid } from "../ids";
import { Instant } from "../time/local-date";

export const eventTypes = ["talk", "training", "clubMeeting", "contest", "mobileDay"] as const;
export type EventType = (typeof eventTypes)[number];

export const audiences = ["youth", "pupils", "residents", "workers", "officials"] as const;
export type Audience = (typeof audiences)[number];

const people = z.int("malformed").check(z.minimum(0, "malformed"), z.maximum(100_000, "malformed"));
const line = (length: number) => z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(length, "tooLong"));

/**
 * An outreach event or training. Attendance is two numbers, counted by hand or by scanning members' cards;
 * who attended is not kept.
 */
export const OutreachEvent = z.strictObject({
  kind: z.literal("outreachEvent"),
  happenedAt: Instant,
  type: z.enum(eventTypes),
  title: line(200),
  placeName: line(120),
  audience: z.enum(audiences),
  attendance: z.strictObject({ method: z.enum(["count", "scan"]), youth: people, others: people }),
  outcomes: z.array(z.strictObject({ id: Uuid, kind: z.literal("eventHeld") })).check(z.length(1)),
});
export type OutreachEvent = z.infer<typeof OutreachEvent>;
