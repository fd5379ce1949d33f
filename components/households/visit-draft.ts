import * as z from "zod/mini";
import { consentOfDraft, DraftConsent, draftOfConsent, noConsent } from "@/components/phone/form/draft-consent";
import { checkEntry, checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { duplicateReasons } from "@/lib/domain/entry/duplicate-reason";
import { HouseholdVisit, visitResults } from "@/lib/domain/entry/household-visit";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { err, ok, type Result } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";

const answers = ["yes", "no", ""] as const;

/** The form as it is typed: text where the visit has values, so that nothing typed is ever lost. */
export const VisitDraft = z.object({
  /** Set when an existing entry is amended. */
  entryId: z.optional(z.string()),
  outcomeId: z.string(),
  unitId: z.string(),
  campaignId: z.optional(z.string()),
  happenedAt: z.string(),
  household: z.object({
    id: z.string(),
    areaId: z.string(),
    /** It was in no list: its door has to be said, whatever came of the visit. */
    isNew: z.boolean(),
    head: z.string(),
    address: z.string(),
  }),
  result: z.enum([...visitResults, ""]),
  hasAccount: z.enum(answers),
  hasVneid: z.enum(answers),
  comeBackOn: z.string(),
  consent: DraftConsent,
  duplicateReason: z.optional(z.enum(duplicateReasons)),
});
export type VisitDraft = Readonly<z.infer<typeof VisitDraft>>;

type Start = {
  readonly outcomeId: string;
  readonly unitId: string;
  readonly campaignId: string;
  readonly now: string;
  readonly household: Pick<PackHousehold, "id" | "areaId" | "head" | "address">;
  readonly isNew: boolean;
};

export function emptyVisitDraft({ outcomeId, unitId, campaignId, now, household: { id, areaId, head = "", address = "" }, isNew }: Start): VisitDraft {
  return {
    outcomeId, unitId, campaignId, happenedAt: now, household: { id, areaId, isNew, head, address },
    result: "", hasAccount: "", hasVneid: "", comeBackOn: "", consent: noConsent,
  };
}

/** The form of a visit that exists, to amend it. @param known the household as the pack has it */
export function draftOfVisit(visit: HouseholdVisit, unitId: string, known: PackHousehold | undefined): VisitDraft {
  const { household, outcomes, campaignId, duplicateReason } = visit;
  return {
    outcomeId: outcomes[0]?.id ?? visit.household.id,
    unitId,
    ...(campaignId ? { campaignId } : {}),
    happenedAt: visit.happenedAt,
    household: { id: household.id, areaId: household.areaId, isNew: false, head: household.head ?? known?.head ?? "", address: household.address ?? known?.address ?? "" },
    result: visit.result,
    hasAccount: answerOf(visit.hasAccount),
    hasVneid: answerOf(visit.hasVneid),
    comeBackOn: visit.comeBackOn ?? "",
    consent: draftOfConsent(visit.consent),
    ...(duplicateReason ? { duplicateReason } : {}),
  };
}

type Moment = {
  readonly now: string;
  /** The notice that is read today, for who agrees today. */
  readonly noticeVersion: number;
  /** The household may be in the list already, or was met before: somebody has to say why it is recorded. */
  readonly mayBeDouble: boolean;
};

/** The visit that a form stands for, or everything that keeps it from being one, each at its field. */
export function visitOfDraft(draft: VisitDraft, { now, noticeVersion, mayBeDouble }: Moment): Result<HouseholdVisit, readonly Refusal[]> {
  const { household, result } = draft;
  const informed = result === "informed";
  const address = cleanText(household.address);
  const consent = informed ? consentOfDraft(draft.consent, { noticeVersion, now }) : undefined;
  const shape = {
    kind: "householdVisit",
    happenedAt: draft.happenedAt,
    ...(draft.campaignId ? { campaignId: draft.campaignId } : {}),
    household: {
      id: household.id,
      areaId: household.areaId,
      // A name is kept only of who agreed, an address of a door that is in no list, or together with the name.
      ...(informed && cleanText(household.head) !== "" ? { head: household.head } : {}),
      ...(address !== "" && (informed || household.isNew) ? { address } : {}),
    },
    result: result || undefined,
    ...(informed && draft.hasAccount ? { hasAccount: draft.hasAccount === "yes" } : {}),
    ...(informed && draft.hasVneid ? { hasVneid: draft.hasVneid === "yes" } : {}),
    ...(result === "absent" && draft.comeBackOn ? { comeBackOn: draft.comeBackOn } : {}),
    ...(consent ? { consent } : {}),
    ...(mayBeDouble && draft.duplicateReason ? { duplicateReason: draft.duplicateReason } : {}),
    outcomes: informed ? [{ id: draft.outcomeId, kind: "householdInformed" }] : [],
  };
  const asked: Refusal[] = [
    ...(household.isNew && address === "" ? [{ code: "required", field: "household.address" } as const] : []),
    ...(mayBeDouble && !draft.duplicateReason ? [{ code: "duplicateReasonMissing", field: "duplicateReason" } as const] : []),
  ];
  const parsed = HouseholdVisit.safeParse(shape);
  if (!parsed.success) return err([...refusalsOf(parsed.error, shape), ...asked]);
  const problems = [...checkEntry(parsed.data), ...checkHappenedAt(parsed.data, now), ...asked];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

/** Chosen for the first time, it is now that somebody stands at the door, however long the screen was open. */
export function withResult(draft: VisitDraft, result: VisitDraft["result"], now: string): Partial<VisitDraft> {
  return draft.result === "" && draft.entryId === undefined ? { result, happenedAt: now } : { result };
}

/** Whether there is nothing worth keeping. */
export function isUntouchedVisit({ result, household, consent, comeBackOn, entryId }: VisitDraft): boolean {
  if (entryId !== undefined) return false;
  const typed = household.isNew && (household.head !== "" || household.address !== "");
  return result === "" && !typed && consent.purposes.length === 0 && comeBackOn === "";
}

function answerOf(value: boolean | undefined): "yes" | "no" | "" {
  return value === undefined ? "" : value ? "yes" : "no";
}
