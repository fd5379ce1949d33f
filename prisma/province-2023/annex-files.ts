import { readCsv } from "../demo/read-csv";

/** A printed number as known on 1 August 2023 and at the end of that month, cumulative. */
export type Printed = { readonly july: number; readonly august: number };

/** The indicators 1–7 of a direct unit as the annexes of August 2023 print them; rates in whole percent. */
export const printedIndicators = {
  memberAccounts: "member_accounts",
  citizenAccounts: "citizen_accounts",
  transactingRate: "transacting_rate",
  onlineRate: "online_rate",
  onlineDossiers: "online_dossiers",
  articles: "articles",
  households: "households",
} as const;
export type PrintedIndicator = keyof typeof printedIndicators;
export type AnnexUnit = Readonly<Record<PrintedIndicator, Printed>> & { readonly name: string; readonly members: number };

/** What stands below the annex only: of how many accounts and of how many dossiers of members the rates are. */
export type AnnexTotals = {
  readonly transactingAccounts: number;
  readonly memberDossiers: { readonly online: number; readonly all: number };
  /** In percent of the province's targets, or as a rate. */
  readonly percents?: Readonly<Record<PrintedIndicator, number>>;
  /** Units over 100 % of a target above 0: by name, or how many. */
  readonly unitsOver?: Readonly<Partial<Record<PrintedIndicator, number | readonly string[]>>>;
};

/** In the order of the annex. */
export function readAnnexes(): AnnexUnit[] {
  const changes = readCsv("annex2-2023-07-to-08.csv");
  return readCsv("annex1-2023-08.csv").map((row, index) => ({
    name: row.unit!,
    members: Number(row.members),
    ...(Object.fromEntries(Object.entries(printedIndicators).map(([indicator, column]) => {
      const { [`${column}_2023_07`]: july, [`${column}_2023_08`]: august } = changes[index]!;
      return [indicator, { july: Number(july), august: Number(august) }];
    })) as Record<PrintedIndicator, Printed>),
  }));
}

/** Seed 000: 42,628 of 133,136 accounts, 14,703 of 41,710 dossiers. Units over 100 % by our rule: a target of 0 is never exceeded. */
export const totalsOf2023: AnnexTotals = {
  transactingAccounts: 42_628,
  memberDossiers: { online: 14_703, all: 41_710 },
  percents: { memberAccounts: 127, citizenAccounts: 109, transactingRate: 32, onlineRate: 35, onlineDossiers: 64, articles: 41, households: 19 },
  unitsOver: {
    memberAccounts: 9,
    citizenAccounts: 8,
    onlineDossiers: ["Huyện đoàn Vân Canh", "Thị đoàn An Nhơn", "Thị đoàn Hoài Nhơn"],
    articles: ["Đoàn Thanh niên Công an tỉnh"],
    households: [],
  },
};

export function sumOf(units: readonly AnnexUnit[], valueOf: (unit: AnnexUnit) => number): number {
  return units.reduce((sum, unit) => sum + valueOf(unit), 0);
}
