import type { InvitedRole } from "../../domain/invitation/invitation";
import type { RefusalCode } from "../../domain/refusal";
import type { LocalDate } from "../../domain/time/local-date";
import type { Briefing } from "../../protocol/briefing";
import type { Starter } from "../../protocol/join";
import type { JoinLink } from "../../protocol/join-link";
import type { Newcomer } from "./newcomer";
import { joinRow } from "./own-join";

/** Somebody begins on this phone whom the server may not know yet: with this briefing, until there is the server's. */
export type OfflineJoin = { readonly briefing: Briefing; readonly join: OwnJoin };

/**
 * How a person came to this phone, and what of it the server knows.
 *
 *     toJoin ──▶ joined            by an invitation; afterwards it is what this phone signs in with again
 *        │ refused: used, over, taken back
 *        ▼
 *     toAsk ──▶ asked ──▶ joined   a leader approved
 *        ▲         ▼
 *        └──── refused             may be asked again
 */
export type OwnJoin = {
  readonly state: "toJoin" | "toAsk" | "asked" | "refused" | "joined";
  /** Proves to the server that it is this phone. */
  readonly claim: string;
  /** Day on which the work began here. */
  readonly since: LocalDate;
  readonly unit: { readonly id: string; readonly name: string };
  /** The invitation, as it was scanned or typed. Absent for whoever asked by a poster. */
  readonly by?: { readonly secret: string } | { readonly code: string };
  /** Why the invitation did not help. */
  readonly why?: UnhelpfulInvitation;
};

export type UnhelpfulInvitation = Extract<RefusalCode, "invitationUnknown" | "invitationExpired" | "invitationRevoked">;

/** An invitation for somebody who is on this phone already. */
export type InvitedTo = Required<Pick<OwnJoin, "by">> & Partial<Pick<OwnJoin, "unit">>;

type Joining = { readonly person: { readonly id: string; readonly name: string }; readonly today: LocalDate };

/** What the server would say, as far as a scanned code and what everybody needs tell it. */
export function briefingOfJoin({ provinceId, ...starter }: Starter, { unit, place, invitation }: JoinLink, { person, today }: Joining): Briefing {
  const role: InvitedRole = invitation?.role ?? "volunteer";
  return {
    ...starter,
    version: "joining",
    person: { ...person, provinceId },
    assignments: [{ role, unitId: unit.id, validFrom: today }],
    units: [{ ...unit, path: [unit.id] }],
    places: place ? [{ ...place, unitId: unit.id }] : [],
  };
}

/** Briefing and join become known together, once a PIN is chosen. */
export function newcomerOf({ briefing, join }: OfflineJoin): Newcomer {
  return { person: { id: briefing.person.id, name: briefing.person.name, briefing }, alsoKnown: async (vault) => [await joinRow(vault, join)] };
}
