import type { OutcomeKind } from "../entry/outcome";
import type { EntryStatus } from "../review/lifecycle";
import type { LocalDate } from "../time/local-date";
import type { Contribution } from "./contributions";
import type { EntryIndicator, IndicatorVersion, SchemeRules } from "./indicator";
import { statusesOfStage } from "./contributions";

/** Who says whether an outcome is true. Households need nobody until the rule says so: rules have validity. */
export const evidenceSources = ["register", "police", "officer", "none"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** A definition with its evidence rule. */
export type CountingVersion = IndicatorVersion & { readonly evidence: EvidenceSource };

/** How the evidence of an outcome stands, as its author reads it. */
export const standings = [
  "noKey",
  "notFound",
  "matched",
  "outsideScheme",
  "onPaper",
  "duplicate",
  "awaitingPolice",
  "confirmedByPolice",
  "refusedByPolice",
  "awaitingOfficer",
  "checkedByOfficer",
  "refusedByOfficer",
  "notNeeded",
] as const;
export type Standing = (typeof standings)[number];

/** Standings with which a confirmed outcome counts as matched. */
const good: ReadonlySet<Standing> = new Set(["matched", "confirmedByPolice", "checkedByOfficer", "notNeeded"]);
/** Somebody looked and said no: the claim is free for the next. */
const refused: ReadonlySet<Standing> = new Set(["refusedByPolice", "refusedByOfficer"]);

/** What the register knows under a key: the row of the import that was accepted last. Days as far as they are known. */
export type RegisterRow = {
  readonly receivedOn?: LocalDate;
  readonly createdOn?: LocalDate;
  readonly linkedOn?: LocalDate;
  readonly channel?: "online" | "paper";
  /** Of an account, as far as they are known. */
  readonly transactions?: number;
};

/** An outcome with what decides whether it counts. */
export type Claim = {
  readonly outcomeId: string;
  readonly kind: OutcomeKind;
  readonly unitId: string;
  readonly status: EntryStatus;
  readonly happenedOn: LocalDate;
  readonly quantity: number;
  /** Indicators it stands for by the rules, see `classifyOutcomes`. */
  readonly indicators: readonly EntryIndicator[];
  /** Keyed digest of what is claimed. */
  readonly keyDigest?: string;
  /** When the server accepted this revision of the outcome. ISO instant. */
  readonly claimedAt: string;
  /** The register's row under its key, if any. */
  readonly register?: RegisterRow;
  /** The newest word of people about this revision; a word that was taken back is none. */
  readonly police?: "confirmed" | "refused";
  readonly officer?: "confirmed" | "refused";
};

export type Settled = { readonly standing?: Standing; readonly matched: readonly EntryIndicator[] };

/** Outcomes of one family with one key claim the same thing: a person has one account, whoever opened or linked it. */
export function claimFamilyOf(kind: OutcomeKind): string {
  return kind === "accountOpened" || kind === "accountLinked" ? "account" : kind;
}

/**
 * What each outcome counts for with its evidence. The same thing claimed more than once counts for the claim that
 * the server accepted first, then by id; when that one no longer stands or was refused, for the next (scheme page,
 * "Claims"). The set-based form is the function `settle_outcomes` of the database.
 * @returns by outcome id
 */
export function settle(claims: readonly Claim[], versions: readonly CountingVersion[], rules: SchemeRules): Map<string, Settled> {
  const judged = claims.map((claim) => ({ claim, verdicts: verdictsOf(claim, versions, rules) }));
  const holders = new Map<string, Claim>();
  for (const { claim, verdicts } of judged) {
    if (!isCandidate(verdicts)) continue;
    const holder = holders.get(claimKeyOf(claim));
    if (!holder || comesBefore(claim, holder)) holders.set(claimKeyOf(claim), claim);
  }
  return new Map(judged.map(({ claim, verdicts }) => [claim.outcomeId, settledOf(claim, verdicts, holders.get(claimKeyOf(claim)))]));
}

/** What settled outcomes add to the numbers: the stage `matched` of each indicator. */
export function matchedContributions(claims: readonly Claim[], settled: ReadonlyMap<string, Settled>): Contribution[] {
  return claims.flatMap(({ outcomeId, unitId, happenedOn, quantity }) =>
    (settled.get(outcomeId)?.matched ?? []).map((indicator) => ({ indicator, unitId, stage: "matched" as const, happenedOn, count: quantity })),
  );
}

/** What one account adds to the share of accounts that transact (indicator 3). */
export type AccountStep = { readonly indicator: "transacting_rate"; readonly stage: "part" | "whole"; readonly unitId: string; readonly happenedOn: LocalDate; readonly count: 1 };

/**
 * Accounts that count for indicators 1 and 2, and those of them with a transaction in the register.
 * @param memberUnitOf the unit of whoever has the key, where that is a member on the day; otherwise the recorder's counts
 */
export function accountSteps(
  claims: readonly Claim[],
  settled: ReadonlyMap<string, Settled>,
  memberUnitOf: (keyDigest: string | undefined, day: LocalDate) => string | undefined,
): AccountStep[] {
  return claims.flatMap(({ outcomeId, unitId, happenedOn, keyDigest, register }) => {
    const { standing, matched = [] } = settled.get(outcomeId) ?? {};
    if (!matched.some((indicator) => indicator === "member_accounts" || indicator === "citizen_accounts")) return [];
    const step = { indicator: "transacting_rate", unitId: memberUnitOf(keyDigest, happenedOn) ?? unitId, happenedOn, count: 1 } as const;
    const transacts = standing === "matched" && (register?.transactions ?? 0) > 0;
    return [{ ...step, stage: "whole" as const }, ...(transacts ? [{ ...step, stage: "part" as const }] : [])];
  });
}

type Verdict = { readonly indicator: EntryIndicator; readonly standing: Standing };

function verdictsOf(claim: Claim, versions: readonly CountingVersion[], rules: SchemeRules): Verdict[] {
  if (!statusesOfStage("recorded").includes(claim.status)) return [];
  return claim.indicators.flatMap((indicator) => {
    const version = versions.find(
      (candidate) => candidate.indicator === indicator && candidate.validFrom <= claim.happenedOn && (!candidate.validTo || claim.happenedOn < candidate.validTo),
    );
    return version ? [{ indicator, standing: standingOf(claim, version, rules) }] : [];
  });
}

function standingOf(claim: Claim, version: CountingVersion, rules: SchemeRules): Standing {
  switch (version.evidence) {
    case "none": return "notNeeded";
    case "police": return claim.police ? `${claim.police}ByPolice` : "awaitingPolice";
    case "officer": return claim.officer === "confirmed" ? "checkedByOfficer" : claim.officer === "refused" ? "refusedByOfficer" : "awaitingOfficer";
    case "register": return standingInRegister(claim, version, rules);
  }
}

function standingInRegister({ kind, keyDigest, register }: Claim, version: CountingVersion, { schemeStart }: SchemeRules): Standing {
  if (!register) return keyDigest ? "notFound" : "noKey";
  const day = registerDayOf(kind, register);
  if (day && (day < schemeStart || day < version.windowFrom)) return "outsideScheme";
  return version.onlineOnly && register.channel !== "online" ? "onPaper" : "matched";
}

function registerDayOf(kind: OutcomeKind, { receivedOn, createdOn, linkedOn }: RegisterRow): LocalDate | undefined {
  if (kind === "dossierSubmitted") return receivedOn;
  return kind === "accountLinked" ? linkedOn ?? createdOn : createdOn ?? linkedOn;
}

function isCandidate([first]: readonly Verdict[]): boolean {
  return first !== undefined && !refused.has(first.standing);
}

function claimKeyOf({ outcomeId, kind, keyDigest }: Claim): string {
  return `${claimFamilyOf(kind)}|${keyDigest ?? outcomeId}`;
}

function comesBefore(claim: Claim, other: Claim): boolean {
  return claim.claimedAt === other.claimedAt ? claim.outcomeId < other.outcomeId : claim.claimedAt < other.claimedAt;
}

function settledOf(claim: Claim, verdicts: readonly Verdict[], holder: Claim | undefined): Settled {
  const [first] = verdicts;
  if (!first) return { matched: [] };
  if (isCandidate(verdicts) && holder !== claim) return { standing: "duplicate", matched: [] };
  const counts = isCandidate(verdicts) && claim.status === "confirmed";
  return { standing: first.standing, matched: counts ? verdicts.filter(({ standing }) => good.has(standing)).map(({ indicator }) => indicator) : [] };
}
