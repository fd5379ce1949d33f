import "server-only";
import { pairOf, type WayOut } from "@/lib/domain/double/double";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { DecideDouble } from "@/lib/protocol/doubles";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { findPair, isOpenPair, type PairedEntry } from "./find-pair";
import { mergeHouseholds } from "./merge-households";

type Decided = Promise<Result<{ readonly verdict: DecideDouble["verdict"] }, Refusal>>;
type Same = Extract<DecideDouble, { verdict: "same" }>;

/**
 * Keeps what a person decided about two entries: different ones lose their flag; of the same ones one stands, and the
 * other is refused (or overturned, where it was confirmed) like any entry, by a command. Unknown and forbidden look alike.
 */
export async function decideDouble(actor: Actor, decision: DecideDouble, now: string): Decided {
  if (decision.verdict === "same") return decideSame(actor, decision, now);
  return withActor(actor, async (tx) => {
    const { entryId, otherId } = pairOf(decision.entryId, decision.otherId);
    const problem = await problemOf(tx, actor, await findPair(tx, actor, [entryId, otherId], now), "different");
    if (problem) return problem === "decided" ? ok({ verdict: "different" }) : err(problem);
    await saveDecision(tx, actor, { entryId, otherId, verdict: "different", now });
    await tx.$queryRaw`select refresh_double_flags(array[${entryId}::uuid, ${otherId}::uuid])::text`;
    return ok({ verdict: "different" });
  });
}

async function decideSame(actor: Actor, decision: Same, now: string): Decided {
  const { id, standingId, droppedId } = decision;
  const checked = await withActor(actor, async (tx) => {
    const pair = await findPair(tx, actor, [standingId, droppedId], now);
    const [known] = await tx.$queryRaw<object[]>`
      select from command_log where id = ${id}::uuid and entry_id = ${droppedId}::uuid and answer ->> 'verdict' = 'accepted'`;
    return { ended: known !== undefined, wayOut: pair?.[1].wayOut, problem: known ? undefined : await problemOf(tx, actor, pair, "same") };
  });
  if (checked.problem) return checked.problem === "decided" ? ok({ verdict: "same" }) : err(checked.problem);
  const refusal = checked.ended ? undefined : await endEntry(actor, decision, checked.wayOut ?? "refuse", now);
  if (refusal) return err(refusal);
  return withActor(actor, async (tx) => {
    const pair = await findPair(tx, actor, [standingId, droppedId], now);
    if (!pair) return err({ code: "unknownOrForbidden" });
    await saveDecision(tx, actor, { ...pairOf(standingId, droppedId), verdict: "same", now });
    await mergeHouseholds(tx, pair[0].householdId, pair[1].householdId);
    return ok({ verdict: "same" });
  });
}

/** A decision that came already is no problem; another one about the same pair is. */
async function problemOf(
  tx: Transaction, actor: Actor, pair: readonly [PairedEntry, PairedEntry] | undefined, verdict: DecideDouble["verdict"],
): Promise<Refusal | "decided" | undefined> {
  if (!pair || pair[0].id === pair[1].id) return { code: "unknownOrForbidden" };
  if (pair.some(({ authorId }) => authorId === actor.userId)) return { code: "ownEntry" };
  if (await isOpenPair(tx, pair)) return undefined;
  const { entryId, otherId } = pairOf(pair[0].id, pair[1].id);
  const [known] = await tx.$queryRaw<{ verdict: string }[]>`
    select verdict from double_decision where entry_id = ${entryId}::uuid and other_id = ${otherId}::uuid`;
  return known?.verdict === verdict ? "decided" : { code: "notAllowedInThisState" };
}

async function endEntry(actor: Actor, { id, device, droppedId, expectedVersion }: Same, action: WayOut, now: string): Promise<Refusal | undefined> {
  const reason = action === "refuse" ? { reason: "likelyDuplicate" } : { note: doubleTexts.overturnNote };
  const command = { id, entryId: droppedId, issuedAt: now, type: "reviewEntry", expectedVersion, action, ...reason };
  const [verdict] = await executeCommands({ actor }, { device, commands: [command] }, { now });
  if (verdict?.verdict === "accepted") return undefined;
  return verdict?.verdict === "refused" ? { code: verdict.code } : { code: "serverFault" };
}

async function saveDecision(
  tx: Transaction, actor: Actor, { entryId, otherId, verdict, now }: { entryId: string; otherId: string; verdict: string; now: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into double_decision (province_id, entry_id, other_id, verdict, decided_by_id, decided_at)
    values (${actor.provinceId}::uuid, ${entryId}::uuid, ${otherId}::uuid, ${verdict}, ${actor.userId}::uuid, ${now}::timestamptz)
    on conflict do nothing`;
}
