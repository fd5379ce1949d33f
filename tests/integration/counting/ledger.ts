import { applyCommand } from "@/lib/domain/command/apply-command";
import type { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { DigestScope } from "@/lib/domain/entry/outcome-states";
import type { Actor } from "@/lib/domain/people/actor";
import { classifyOutcomes } from "@/lib/domain/report/classify-outcomes";
import { contributionsOf, type Contribution } from "@/lib/domain/report/contributions";
import type { SchemeRules } from "@/lib/domain/report/indicator";
import { accountSteps, matchedContributions, settle, type AccountStep, type Claim, type CountingVersion, type RegisterRow } from "@/lib/domain/report/standing";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/**
 * A history as the pure functions know it: nothing here is read from the database. What is said about an outcome
 * is kept by the life of its key, without revisions: a corrected key begins anew.
 */
export function makeLedger(unitPaths: Readonly<Record<string, readonly string[]>>, versions: readonly CountingVersion[]) {
  let rules: SchemeRules = { schemeStart: "2022-05-01" as LocalDate };
  let definitions = versions;
  const entries = new Map<string, { state: EntryState; content: EntryContent }>();
  const lives = new Map<string, Life>();
  const register = new Map<string, RegisterRow>();

  const claims = (): Claim[] => [...entries.values()].flatMap(({ state }) =>
    state.outcomes.map((outcome) => ({
      outcomeId: outcome.id, kind: outcome.kind, unitId: state.unitId, status: state.status, happenedOn: state.happenedOn,
      quantity: outcome.quantity ?? 1, indicators: outcome.indicators, ...(outcome.keyDigest ? { keyDigest: outcome.keyDigest } : {}),
      ...said(lives.get(outcome.id)), ...known(outcome),
    })));
  const known = ({ kind, keyDigest }: EntryState["outcomes"][number]) => {
    const row = keyDigest && register.get(`${kind === "dossierSubmitted" ? "dossier" : kind.startsWith("account") ? "account" : "none"}|${keyDigest}`);
    return row ? { register: row } : {};
  };

  return {
    entries,
    /** What the domain makes of a command, kept when it accepts. */
    apply: (actor: Actor, command: Command, now: string): boolean => {
      const entry = entries.get(command.entryId);
      const unitId = entry?.state.unitId ?? (command.type === "recordEntry" ? command.unitId : "");
      const applied = applyCommand(entry?.state, command, {
        actor, now, unitPath: unitPaths[unitId] ?? [], digestKey, indicatorVersions: definitions, schemeRules: rules,
      });
      if (!applied.ok) return false;
      const { state, content } = applied.value;
      if (content) renew(lives, entry?.state, state, now);
      entries.set(state.id, { state, content: content ?? entry!.content });
      return true;
    },
    say: (outcomeId: string, source: "police" | "officer", verdict: "confirmed" | "refused") => {
      lives.set(outcomeId, { ...lives.get(outcomeId)!, [source]: verdict });
    },
    /** The row of the import that was accepted last speaks for its key. */
    list: (kind: "dossier" | "account", key: string, row: RegisterRow) => {
      register.set(`${kind}|${digestKey(kind === "dossier" ? "dossierCode" : "personalNumber", key)}`, row);
    },
    /** Rules and definitions speak for everything that was recorded and not withdrawn. */
    rule: (changes: Partial<SchemeRules>, changed: readonly CountingVersion[], now: string) => {
      rules = { ...rules, ...changes };
      definitions = changed;
      for (const [id, { state, content }] of entries) {
        if (state.status === "withdrawn") continue;
        const classified = classifyOutcomes(content, {
          happenedOn: state.happenedOn, today: localDateOf(now), versions: definitions, rules, unitPath: unitPaths[state.unitId]!,
        });
        const outcomes = state.outcomes.map(({ indicators: _indicators, notCounted: _notCounted, ...outcome }, index) => ({ ...outcome, ...classified[index]! }));
        entries.set(id, { content, state: { ...state, outcomes } });
      }
    },
    versions: () => definitions,
    numbers: (): (Contribution | AccountStep)[] => {
      const all = claims();
      const settled = settle(all, definitions, rules);
      return [...[...entries.values()].flatMap(({ state }) => contributionsOf(state)), ...matchedContributions(all, settled), ...accountSteps(all, settled, () => undefined)];
    },
    /** What each outcome stands for by the rules. */
    classifications: () => Object.fromEntries([...entries.values()].flatMap(({ state }) =>
      state.outcomes.map(({ id, indicators, notCounted = null }) => [id, { indicators, notCounted }]))),
    standings: () => settle(claims(), definitions, rules),
  };
}
export type Ledger = ReturnType<typeof makeLedger>;

type Life = { readonly claimedAt: string; readonly police?: "confirmed" | "refused"; readonly officer?: "confirmed" | "refused" };

function said(life: Life | undefined): Life {
  return life!;
}

/** Of outcomes that are gone or that claim something else, what was said is over. */
function renew(lives: Map<string, Life>, before: EntryState | undefined, after: EntryState, now: string): void {
  for (const outcome of before?.outcomes ?? []) {
    const next = after.outcomes.find(({ id }) => id === outcome.id);
    if (next?.kind !== outcome.kind || next.keyDigest !== outcome.keyDigest) lives.delete(outcome.id);
  }
  for (const { id } of after.outcomes) if (!lives.has(id)) lives.set(id, { claimedAt: now });
}

function digestKey(scope: DigestScope, text: string): string {
  return keyedHash(scope, text).toString("base64url");
}
