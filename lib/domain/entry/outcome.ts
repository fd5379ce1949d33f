import * as z from "zod/mini";
import { DossierCode } from "../dossier/dossier-code";
import { Uuid } from "../ids";

/** Outcomes about the person helped: at most one of each kind in a session. */
export const personOutcomeKinds = ["accountOpened", "accountLinked", "vneidActivated"] as const;
export const sessionOutcomeKinds = [...personOutcomeKinds, "dossierSubmitted", "guidanceGiven"] as const;
/** Entries of the other kinds have one outcome that says what they are. */
export const outcomeKinds = [...sessionOutcomeKinds, "householdInformed", "eventHeld", "articlePublished", "shiftAttended"] as const;
export type SessionOutcomeKind = (typeof sessionOutcomeKinds)[number];
export type OutcomeKind = (typeof outcomeKinds)[number];

const ServiceSlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "serviceUnknown"), z.maxLength(60, "serviceUnknown"));

export const portals = ["national", "province"] as const;
export const channels = ["online", "paper"] as const;

export const DossierSubmitted = z.strictObject({
  id: Uuid,
  kind: z.literal("dossierSubmitted"),
  service: ServiceSlug,
  /** Required online; a paper dossier may not have one yet. */
  dossierCode: z.optional(DossierCode),
  portal: z.enum(portals),
  channel: z.enum(channels),
  paidOnline: z.boolean(),
});

/** One thing inside a session that can count. The id stays when the session is amended. */
export const Outcome = z.discriminatedUnion("kind", [
  z.strictObject({ id: Uuid, kind: z.literal("accountOpened") }),
  z.strictObject({ id: Uuid, kind: z.literal("accountLinked") }),
  z.strictObject({ id: Uuid, kind: z.literal("vneidActivated") }),
  DossierSubmitted,
  z.strictObject({ id: Uuid, kind: z.literal("guidanceGiven"), service: z.optional(ServiceSlug) }),
]);
export type Outcome = z.infer<typeof Outcome>;

export function isPersonOutcome(kind: OutcomeKind): kind is (typeof personOutcomeKinds)[number] {
  return (personOutcomeKinds as readonly string[]).includes(kind);
}
