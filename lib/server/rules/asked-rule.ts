import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { RuleState } from "@/lib/domain/rules/rule-change";
import { withActor } from "@/lib/server/database/with-actor";
import { readRule } from "./rule-state";

const General = z.object({ change: z.enum(["schemeStart", "futureTolerance", "unitsNotAllowed"]) });
const OfIndicator = z.object({ change: z.enum(["windowFrom", "evidence"]), indicator: z.enum(entryIndicators) });

/** The rule that an address names, or the one whose change it names to be taken back, as it is now. */
export function findAskedRule(
  actor: Actor,
  parameters: Readonly<Record<string, string | string[] | undefined>>,
): Promise<{ readonly now: RuleState; readonly undoes?: string } | undefined> {
  return withActor(actor, async (tx) => {
    const undo = Uuid.safeParse(parameters.undo).data;
    if (undo) {
      const [change] = await tx.$queryRaw<{ after: unknown }[]>`select after from rule_change where id = ${undo}::uuid`;
      const now = change && (await readRule(tx, RuleState.parse(change.after)));
      return now && { now, undoes: undo };
    }
    const general = General.safeParse(parameters).data;
    const ofIndicator = OfIndicator.safeParse(parameters).data;
    const now = general ? await readRule(tx, { rule: general.change }) : ofIndicator && (await readRule(tx, { rule: ofIndicator.change, indicator: ofIndicator.indicator }));
    return now && { now };
  });
}
