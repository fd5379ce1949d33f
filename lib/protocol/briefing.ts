import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { roles } from "../domain/people/actor";
import { outcomeKinds } from "../domain/entry/outcome";
import { placeKinds } from "../domain/entry/help-session";
import { consentPurposes } from "../domain/entry/consent";
import { entryIndicators } from "../domain/report/indicator";
import { InvitationCode, InvitationSecret } from "../domain/invitation/invitation-code";
import { SurveyCode } from "../domain/survey/survey-code";
import { LocalDate } from "../domain/time/local-date";
import { ServerKey } from "./server-key";

export const BriefedCampaign = z.object({
  id: Uuid,
  name: z.string(),
  from: LocalDate,
  through: LocalDate,
  /** Households to inform. */
  goal: z.int(),
  areas: z.array(z.object({ id: Uuid, name: z.string(), communeName: z.string(), teamId: Uuid, householdCount: z.int() })),
});
export type BriefedCampaign = z.infer<typeof BriefedCampaign>;

export const BriefedShift = z.object({
  id: Uuid,
  unitId: Uuid,
  placeId: Uuid,
  placeName: z.string(),
  day: LocalDate,
  /** Local time, HH:MM. */
  startsAt: z.string(),
  endsAt: z.string(),
});
export type BriefedShift = z.infer<typeof BriefedShift>;

/**
 * What a person's phone needs to work alone: who they are, where they may record, the lists to choose
 * from, the rules to show results by. One document; `version` is a digest of the rest.
 */
export const Briefing = z.object({
  version: z.string(),
  person: z.object({ id: Uuid, name: z.string(), provinceId: Uuid }),
  assignments: z.array(
    z.object({
      role: z.enum(roles),
      unitId: z.optional(Uuid),
      areaId: z.optional(Uuid),
      validFrom: LocalDate,
      validTo: z.optional(LocalDate),
    }),
  ),
  /** Units to record for, each with ids from the province down to it. */
  units: z.array(z.object({ id: Uuid, name: z.string(), path: z.array(Uuid) })),
  places: z.array(z.object({ id: Uuid, unitId: Uuid, kind: z.enum(placeKinds), name: z.string() })),
  /** Where citizens say what they think of the help: one open code for each place that has one. Absent from older servers. */
  surveyPoints: z.optional(z.array(z.object({ code: SurveyCode, placeId: Uuid }))),
  services: z.array(z.object({ slug: z.string(), name: z.string() })),
  consentNotice: z.object({ version: z.int(), text: z.string(), purposes: z.array(z.enum(consentPurposes)) }),
  indicatorVersions: z.array(
    z.object({
      indicator: z.enum(entryIndicators),
      validFrom: LocalDate,
      validTo: z.optional(LocalDate),
      windowFrom: LocalDate,
      outcomeKinds: z.array(z.enum(outcomeKinds)),
      ageFrom: z.optional(z.int()),
      ageThrough: z.optional(z.int()),
      onlineOnly: z.boolean(),
      oncePerSubject: z.boolean(),
    }),
  ),
  schemeRules: z.object({
    schemeStart: LocalDate,
    futureTolerance: z.optional(z.int()),
    unitsNotAllowed: z.optional(z.readonly(z.array(Uuid))),
  }),
  /** Campaigns from door to door that run today or begin within two weeks, with the hamlets of the person's teams. */
  campaigns: z.optional(z.array(BriefedCampaign)),
  /** The person's shifts, from a week ago to two weeks ahead. */
  shifts: z.optional(z.array(BriefedShift)),
  /** For leaders only: to let volunteers in where there is no signal. */
  invitations: z.optional(z.array(z.object({ id: Uuid, unitId: Uuid, code: InvitationCode, secret: InvitationSecret, through: LocalDate }))),
  /** This year's targets of the units, by indicator. */
  goals: z.optional(z.array(z.object({ unitId: Uuid, indicator: z.string(), value: z.number() }))),
  /** What is not sent yet is sealed to it, so that it outlives a forgotten PIN. Absent from older servers. */
  serverKey: z.optional(ServerKey),
});
export type Briefing = z.infer<typeof Briefing>;
