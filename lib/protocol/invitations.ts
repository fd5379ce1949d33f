import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { invitationKinds, invitedRoles, type InvitationStanding } from "../domain/invitation/invitation";
import { InvitationCode, InvitationSecret } from "../domain/invitation/invitation-code";
import { Instant, LocalDate } from "../domain/time/local-date";
import type { JoinLink } from "./join-link";
import { protocolMarker } from "./version";

/** As many as a list shows. */
export const mostRefused = 200;

const Note = z.optional(z.string().check(z.maxLength(1_000)));

/** POST /api/invitations, for leaders and officers: lets people in, takes invitations back, decides about who asks. */
export const ChangeInvitations = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("make"), id: Uuid, unitId: Uuid, role: z.enum(invitedRoles) }),
  /** For one person who lost the phone or the PIN and has no password. */
  z.strictObject({ change: z.literal("bringBack"), id: Uuid, userId: Uuid }),
  z.strictObject({ change: z.literal("revoke"), id: Uuid }),
  z.strictObject({ change: z.literal("openPoster"), unitId: Uuid }),
  /** Nobody asks to join the unit before it is opened again. */
  z.strictObject({ change: z.literal("closePoster"), unitId: Uuid }),
  z.strictObject({ change: z.literal("approve"), id: Uuid }),
  z.strictObject({ change: z.literal("refuse"), id: Uuid, note: Note }),
  z.strictObject({ change: z.literal("refuseMany"), ids: z.array(Uuid).check(z.minLength(1), z.maxLength(mostRefused)), note: Note }),
]);
export type ChangeInvitations = z.infer<typeof ChangeInvitations>;

/** An invitation to show: the code to type, and what the QR code is made of. */
export const ShownInvitation = z.object({
  id: Uuid,
  unitId: Uuid,
  unitName: z.string(),
  role: z.enum(invitedRoles),
  kind: z.enum(invitationKinds),
  code: InvitationCode,
  secret: InvitationSecret,
  through: LocalDate,
  /** Whom it brings back. */
  forName: z.optional(z.string()),
});
export type ShownInvitation = z.infer<typeof ShownInvitation>;

export const InvitationsChanged = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  invitation: z.optional(ShownInvitation),
  posterCode: z.optional(InvitationCode),
});
export type InvitationsChanged = z.infer<typeof InvitationsChanged>;

export const WaitingRequest = z.object({
  id: Uuid,
  name: z.string(),
  unitName: z.string(),
  askedAt: Instant,
  /** Since when the person has worked, as the phone says. */
  since: LocalDate,
  /** What the phone says it holds. */
  unsent: z.int(),
  refused: z.optional(z.object({ at: Instant, by: z.string(), note: z.optional(z.string()) })),
});
export type WaitingRequest = z.infer<typeof WaitingRequest>;

/** GET /api/invitations: who asks to join the person's units, the longest waiting first. */
export const InvitationsResponse = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), requests: z.array(WaitingRequest) });
export type InvitationsResponse = z.infer<typeof InvitationsResponse>;

/** What the server hands to the desk's page. */
export type ListedInvitation = ShownInvitation & {
  readonly standing: InvitationStanding;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly usedBy?: string;
  readonly usedAt?: string;
};

export type PosterOfUnit = Pick<JoinLink, "unit" | "place"> & { readonly code: InvitationCode };
