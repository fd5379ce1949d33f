import type { Consent } from "@/lib/domain/entry/consent";
import type { HouseholdVisit, VisitResult } from "@/lib/domain/entry/household-visit";
import type { PersonName } from "@/lib/domain/identity/person-name";
import type { Instant } from "@/lib/domain/time/local-date";
import type { KnownHousehold } from "@/lib/protocol/area-pack";
import { makeConsent, makeId } from "./help-session";

type Changes = Partial<Omit<HouseholdVisit, "household">> & { readonly household?: Partial<HouseholdVisit["household"]> };

/** A visit as a volunteer records it: behind an open door informed, with the head's consent; behind others nothing personal. */
export function makeHouseholdVisit({ household, ...changes }: Changes = {}): HouseholdVisit {
  const result: VisitResult = changes.result ?? "informed";
  const door = { id: makeId(), areaId: makeId() };
  const visit = { kind: "householdVisit" as const, happenedAt: "2026-08-07T02:46:00.000Z" as Instant, result, ...changes };
  if (result !== "informed") return { outcomes: [], ...visit, household: { ...door, ...household } };
  return {
    hasAccount: true,
    consent: makeConsent() as Consent,
    outcomes: [{ id: makeId(), kind: "householdInformed" }],
    ...visit,
    household: { ...door, head: "Phan Thị Ngọc Lan" as PersonName, address: "Số 42/5, tổ 7", ...household },
  };
}

export function makeKnownHousehold(changes: Partial<KnownHousehold> = {}): KnownHousehold {
  return { id: makeId(), areaId: makeId(), head: "Võ Đình Khải", address: "Số 44, tổ 7", visitCount: 0, ...changes };
}
