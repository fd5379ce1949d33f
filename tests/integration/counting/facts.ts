import type { EntryState } from "@/lib/domain/entry/entry";
import type { Actor } from "@/lib/domain/people/actor";
import { contributionsOf, type Contribution } from "@/lib/domain/report/contributions";
import { accountSteps, matchedContributions, settle, type AccountStep, type Claim, type CountingVersion, type RegisterRow, type Settled } from "@/lib/domain/report/standing";
import { loadEntries } from "@/lib/server/commands/load-entries";
import { loadScheme } from "@/lib/server/commands/scheme";
import { withActor } from "@/lib/server/database/with-actor";
import type { Client } from "pg";

type Said = Pick<Claim, "claimedAt" | "police" | "officer" | "register">;

/** What the pure functions make of everything that is written now: for what happened at once, whose order nobody knows. */
export async function countAnew(client: Client, overseer: Actor, entryIds: readonly string[]): Promise<{ numbers: (Contribution | AccountStep)[]; settled: ReadonlyMap<string, Settled> }> {
  const { states, scheme } = await withActor(overseer, async (tx) => ({
    states: [...(await loadEntries(tx, entryIds)).values()].map(({ state }) => state),
    scheme: await loadScheme(tx),
  }));
  const said = await readSaid(client);
  const claims = states.flatMap((state) => state.outcomes.map((outcome) => claimOf(state, outcome, said.get(outcome.id)!)));
  const { rows: sources } = await client.query<{ key: string; source: CountingVersion["evidence"] }>(
    "select concat(indicator, valid_from) as key, evidence_rule ->> 'source' as source from indicator_version");
  const versions = scheme.indicatorVersions.map((version) => ({
    ...version, evidence: sources.find(({ key }) => key === `${version.indicator}${version.validFrom}`)!.source,
  }));
  const settled = settle(claims, versions, scheme.schemeRules);
  return { numbers: [...states.flatMap(contributionsOf), ...matchedContributions(claims, settled), ...accountSteps(claims, settled, () => undefined)], settled };
}

function claimOf({ unitId, status, happenedOn }: EntryState, { id, kind, keyDigest, indicators, quantity }: EntryState["outcomes"][number], said: Said): Claim {
  return { outcomeId: id, kind, unitId, status, happenedOn, quantity: quantity ?? 1, indicators, ...(keyDigest ? { keyDigest } : {}), ...said };
}

async function readSaid(client: Client): Promise<Map<string, Said>> {
  const { rows } = await client.query<{ id: string; claimedAt: Date; police: "confirmed" | null; officer: "confirmed" | null; register: RegisterRow | null }>(`
    select outcome.id, claimed_at as "claimedAt",
           (select verdict from evidence where outcome_id = outcome.id and outcome_revision = revision and source = 'police' order by decided_at desc, id desc limit 1) as police,
           (select verdict from evidence where outcome_id = outcome.id and outcome_revision = revision and source = 'officer' order by decided_at desc, id desc limit 1) as officer,
           (select json_strip_nulls(json_build_object('receivedOn', received_on, 'createdOn', created_on, 'linkedOn', linked_on, 'channel', channel, 'transactions', transaction_count))
            from register_record join import_batch on import_batch.id = import_batch_id and accepted_at is not null
            where case outcome.kind when 'dossierSubmitted' then register_record.kind = 'dossier' and register_record.dossier_code = outcome.dossier_code
                  else outcome.kind in ('accountOpened', 'accountLinked') and register_record.kind = 'account' and number_hash = key_hash end
            order by accepted_at desc, row_number desc limit 1) as register
    from outcome`);
  return new Map(rows.map(({ id, claimedAt, police, officer, register }) => [id, {
    claimedAt: claimedAt.toISOString(), ...(police ? { police } : {}), ...(officer ? { officer } : {}), ...(register ? { register } : {}),
  }]));
}
