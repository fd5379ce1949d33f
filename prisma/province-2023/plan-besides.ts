import type { Counted } from "./plan";

/**
 * What is recorded beside what counts, in shares of it: outcomes of sessions that count for something else, and entries of
 * their own. The police had confirmed next to nothing, codes of 2021 were typed in, some waits for the leader (seed 000).
 */
const riding = {
  /** From the teams' start on; the police is behind. */
  vneidActivated: 0.62,
  guidanceGiven: 0.15,
  /** Received in 2021, before the scheme. */
  dossiersBeforeScheme: 0.05,
  /** Received after the scheme's start and before the teams'. */
  dossiersBeforeTeams: 0.12,
  dossiersOnPaper: 0.04,
  /** The register doesn't know the code. */
  dossiersNotFound: 0.012,
} as const;

const alone = {
  accountsNotFound: 0.035,
  /** Opened in 2021, says the register. */
  accountsBeforeScheme: 0.015,
  /** Recorded once more by a colleague. */
  accountsTwice: 0.01,
  accountsRefused: 0.012,
  accountsWithdrawn: 0.004,
} as const;

/** Of August: nobody has looked at them yet, or they came back to their author. */
const lately = { accountsWaiting: 0.13, accountsReturned: 0.015 } as const;

const visits = { householdsWithoutAccount: 0.03, householdsAbsent: 0.02, householdsRefused: 0.005 } as const;
const visitsLately = { householdsWaiting: 0.05 } as const;
const articles = { articlesNotOwn: 0.04 } as const;
const articlesLately = { articlesUnchecked: 0.1 } as const;

const shares = { ...riding, ...alone, ...lately, ...visits, ...visitsLately, ...articles, ...articlesLately };
export type BesidesKind = keyof typeof shares;
export type Besides = Readonly<Record<BesidesKind, number>>;

/** Months in which a kind occurs, by their first and last; everywhere where nothing is said. */
const months: Partial<Record<BesidesKind, readonly [string, string]>> = {
  vneidActivated: ["2023-03", "2023-08"],
  dossiersOnPaper: ["2023-03", "2023-08"],
  dossiersNotFound: ["2023-03", "2023-08"],
  dossiersBeforeScheme: ["2022-05", "2022-12"],
  dossiersBeforeTeams: ["2022-06", "2023-02"],
  accountsWaiting: ["2023-08", "2023-08"],
  accountsReturned: ["2023-08", "2023-08"],
  householdsWaiting: ["2023-08", "2023-08"],
  articlesUnchecked: ["2023-08", "2023-08"],
};

export function besidesOf(counted: Counted, month: string): Besides {
  const accounts = counted.memberAccounts + counted.citizenAccounts;
  const baseOf = (kind: BesidesKind) => (kind.startsWith("households") ? counted.households : kind.startsWith("articles") ? counted.articles : accounts);
  return Object.fromEntries((Object.keys(shares) as BesidesKind[]).map((kind) => {
    const [first, last] = months[kind] ?? [month, month];
    return [kind, first <= month && month <= last ? Math.round(baseOf(kind) * shares[kind]) : 0];
  })) as Besides;
}
