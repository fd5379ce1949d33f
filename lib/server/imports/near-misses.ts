import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import type { NearMisses } from "@/lib/protocol/imports";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { keepsRegisters } from "./keeper";

/** Codes the register doesn't know and knows one character off, the newest first. */
export async function readNearMisses(actor: Actor, now: string, limit: number): Promise<NearMisses> {
  if (!keepsRegisters(actor, now)) return { count: 0, confirmed: 0, list: [] };
  return withActor(actor, async (tx) => {
    const [counts] = await tx.$queryRaw<{ count: number; confirmed: number }[]>`
      select count(*)::int as count, (count(*) filter (where entry.status = 'confirmed'))::int as confirmed ${open}`;
    const list = await tx.$queryRaw<NearMisses["list"]>`
      select outcome.id as "outcomeId", entry.id as "entryId", entry.receipt, outcome.dossier_code as code, proposal.code as proposed,
             author.name as "authorName", unit.name as "unitName", entry.status = 'confirmed' as confirmed
      ${open} order by proposal.proposed_at desc, outcome.id desc limit ${limit}`;
    return { count: counts?.count ?? 0, confirmed: counts?.confirmed ?? 0, list };
  });
}

/**
 * Puts the question to the authors of confirmed entries, by reopening them at the field. Whose entry is not confirmed
 * yet has the question on the phone already.
 */
export async function askQuestions(actor: Actor, device: DeviceManifest, now: string): Promise<Result<{ asked: number; left: number }, RefusalCode>> {
  if (!keepsRegisters(actor, now)) return err("unknownOrForbidden");
  const waiting = await withActor(actor, readWaiting);
  let asked = 0;
  for (let from = 0; from < waiting.length; from += commandsAtOnce) {
    const commands = waiting.slice(from, from + commandsAtOnce).map(({ entryId, version, position }) => ({
      id: newId(), entryId, issuedAt: now, type: "reviewEntry", expectedVersion: version, action: "reopen", reason: "wrongDossierCode",
      field: `outcomes.${position}.dossierCode`, note: reconcileTexts.question,
    }));
    const verdicts = await executeCommands({ actor }, { device, commands }, { now });
    asked += verdicts.filter(({ verdict }) => verdict === "accepted").length;
  }
  return ok({ asked, left: (await readNearMisses(actor, now, 0)).confirmed });
}

const commandsAtOnce = 100;
const askedAtOnce = 1_000;

/** One question per entry: it is answered by correcting the entry. */
function readWaiting(tx: Transaction): Promise<{ entryId: string; version: number; position: number }[]> {
  return tx.$queryRaw`
    select distinct on (entry.id) entry.id as "entryId", entry.version, outcome.position ${open} and entry.status = 'confirmed'
    order by entry.id, outcome.position limit ${askedAtOnce}`;
}

const open = Prisma.sql`
  from code_proposal proposal
  join outcome on outcome.id = proposal.outcome_id and outcome.revision = proposal.outcome_revision and outcome.voided_at is null
  join outcome_standing standing on standing.outcome_id = outcome.id and standing.standing = 'notFound'
  join entry on entry.id = outcome.entry_id
  join app_user author on author.id = entry.author_id
  join unit on unit.id = entry.unit_id
  where entry.status in ('submitted', 'returned', 'reopened', 'confirmed')`;
