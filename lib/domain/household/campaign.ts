import * as z from "zod/mini";
import { Uuid } from "../ids";
import type { Refusal } from "../refusal";
import { refusalsOf } from "../refusals-of";
import { err, ok, type Result } from "../result";
import { LocalDate } from "../time/local-date";

/** A campaign as it is planned: how long, how many households, and which team goes to which hamlet. */
export const CampaignPlan = z.strictObject({
  id: Uuid,
  unitId: Uuid,
  name: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(120, "tooLong")),
  from: LocalDate,
  through: LocalDate,
  goal: z.int().check(z.minimum(1, "campaignGoalMissing"), z.maximum(1_000_000)),
  areas: z
    .array(z.strictObject({ areaId: Uuid, teamId: Uuid, householdCount: z.int().check(z.minimum(0), z.maximum(100_000)) }))
    .check(z.minLength(1, "campaignAreasMissing"), z.maxLength(1_000)),
});
export type CampaignPlan = z.infer<typeof CampaignPlan>;

/** Parses and checks; refuses with everything that is wrong, each with its field. */
export function parseCampaign(raw: unknown): Result<CampaignPlan, Refusal[]> {
  const parsed = CampaignPlan.safeParse(raw);
  if (!parsed.success) return err(refusalsOf(parsed.error, raw));
  const { from, through, areas } = parsed.data;
  const keys = areas.map(({ areaId, teamId }) => `${areaId} ${teamId}`);
  const problems: Refusal[] = [
    ...(through < from ? [{ code: "campaignEndsBeforeStart", field: "through" } as const] : []),
    ...keys.flatMap((key, index) => (keys.indexOf(key) < index ? [{ code: "campaignAreaRepeated", field: `areas.${index}.areaId` } as const] : [])),
  ];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

export const campaignStates = ["running", "planned", "ended", "closed"] as const;
export type CampaignState = (typeof campaignStates)[number];

export function campaignStateOf({ from, through, closed }: { from: LocalDate; through: LocalDate; closed: boolean }, today: LocalDate): CampaignState {
  if (closed) return "closed";
  return today < from ? "planned" : through < today ? "ended" : "running";
}
