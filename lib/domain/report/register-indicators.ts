import type { LocalDate } from "../time/local-date";

/** Indicators that nobody records: they come from the register and the members alone (scheme page, no 3, 4, 11–14). */
export const registerIndicatorCodes = ["transacting_rate", "online_rate", "online_share", "online_payment_share", "members_with_account", "members_vneid2"] as const;
export type RegisterIndicator = (typeof registerIndicatorCodes)[number];

/** `unionMember`: false for public employees who are listed beside the members. */
export type MemberPeriod = { readonly person: string; readonly unitId: string; readonly unionMember: boolean; readonly validFrom: LocalDate; readonly validTo?: LocalDate | undefined };

/** As the row says that speaks now; undefined where the register doesn't say. */
export type SpokenDossier = { readonly person: string; readonly receivedOn: LocalDate; readonly channel?: string | undefined; readonly paidOnline?: boolean | undefined; readonly service?: string | undefined };
export type SpokenAccount = { readonly person: string; readonly createdOn?: LocalDate | undefined; readonly linkedOn?: LocalDate | undefined; readonly transactions?: number | undefined };

/** An account that counts for indicator 1 or 2, with the unit and day of who recorded it. */
export type CountedAccount = { readonly person: string; readonly unitId: string; readonly countedOn: LocalDate };

export type RegisterFacts = {
  readonly members: readonly MemberPeriod[];
  readonly dossiers: readonly SpokenDossier[];
  readonly accounts: readonly SpokenAccount[];
  readonly counted: readonly CountedAccount[];
};

/** Days of receipt and counting, both included; members are those of the last one. */
export type RegisterWindow = { readonly first: LocalDate; readonly last: LocalDate };

const nothing = {
  members: 0, withAccount: 0, linked: 0,
  accounts: 0, transactionsKnown: 0, transacting: 0,
  dossiers: 0, online: 0, offered: 0, offeredOnline: 0, paymentKnown: 0, paidOnline: 0,
};
export type RegisterSums = Readonly<typeof nothing>;
export const emptySums: RegisterSums = nothing;

/**
 * What each unit's members did, credited to the unit of the member on the day; accounts of people who are no members
 * to the unit of who recorded them. The set-based form is in the functions `member_sums` and `member_dossier_sums`.
 * @param isOffered whether a service can be had online, by its name in the register
 */
export function registerSums({ members, dossiers, accounts, counted }: RegisterFacts, { first, last }: RegisterWindow, isOffered: (service: string) => boolean): Map<string, RegisterSums> {
  const sums = new Map<string, RegisterSums>();
  const add = (unitId: string, more: Partial<RegisterSums>) => sums.set(unitId, addSums(sums.get(unitId) ?? nothing, { ...nothing, ...more }));
  const membership = (person: string, day: LocalDate) => members.find((member) => member.person === person && member.unionMember && isValidOn(member, day));
  const accountOf = (asked: string) => accounts.find(({ person }) => person === asked);
  const inWindow = (day: LocalDate) => first <= day && day <= last;

  for (const { person, unitId, unionMember, ...dates } of members) {
    if (!unionMember || !isValidOn(dates, last)) continue;
    const account = accountOf(person);
    const since = account && (account.createdOn ?? account.linkedOn);
    add(unitId, { members: 1, withAccount: Number(since !== undefined && since <= last), linked: Number(account?.linkedOn !== undefined && account.linkedOn <= last) });
  }
  for (const { person, unitId, countedOn } of counted.filter((account) => inWindow(account.countedOn))) {
    const transactions = accountOf(person)?.transactions;
    add(membership(person, countedOn)?.unitId ?? unitId, { accounts: 1, transactionsKnown: Number(transactions !== undefined), transacting: Number((transactions ?? 0) > 0) });
  }
  for (const { person, receivedOn, channel, paidOnline, service } of dossiers.filter((dossier) => inWindow(dossier.receivedOn))) {
    const member = membership(person, receivedOn);
    if (!member) continue;
    const [online, offered] = [channel === "online", service !== undefined && isOffered(service)];
    add(member.unitId, {
      dossiers: 1, online: Number(online), offered: Number(offered), offeredOnline: Number(offered && online),
      paymentKnown: Number(paidOnline !== undefined), paidOnline: Number(paidOnline === true),
    });
  }
  return sums;
}

export function addSums(a: RegisterSums, b: RegisterSums): RegisterSums {
  return Object.fromEntries(Object.keys(nothing).map((key) => [key, a[key as keyof RegisterSums] + b[key as keyof RegisterSums]])) as RegisterSums;
}

/** A share that keeps both numbers: it is rounded where it is shown, and nowhere else. */
export type Ratio = { readonly part: number; readonly whole: number };

/**
 * The indicators of these sums; undefined for what the register doesn't say: nobody is taken to have paid, transacted
 * or linked an account because a column is missing.
 * @param linksKnown whether the register tells of accounts that were linked to VNeID
 */
export function registerRatios(sums: RegisterSums, linksKnown: boolean): Readonly<Record<RegisterIndicator, Ratio | undefined>> {
  return {
    transacting_rate: sums.accounts > 0 && sums.transactionsKnown === 0 ? undefined : { part: sums.transacting, whole: sums.accounts },
    online_rate: { part: sums.online, whole: sums.dossiers },
    online_share: { part: sums.offeredOnline, whole: sums.offered },
    online_payment_share: sums.dossiers > 0 && sums.paymentKnown === 0 ? undefined : { part: sums.paidOnline, whole: sums.paymentKnown },
    members_with_account: { part: sums.withAccount, whole: sums.members },
    members_vneid2: linksKnown ? { part: sums.linked, whole: sums.members } : undefined,
  };
}

/** Undefined where there is nothing to have a share of. */
export function shareOf({ part, whole }: Ratio): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function isValidOn({ validFrom, validTo }: Pick<MemberPeriod, "validFrom" | "validTo">, day: LocalDate): boolean {
  return validFrom <= day && (validTo === undefined || day < validTo);
}
