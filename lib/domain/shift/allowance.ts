import type { LocalDate } from "../time/local-date";
import type { MemberKind } from "./member-kind";

/** A confirmed presence on a shift, with what its allowance depends on. */
export type Attendance = {
  readonly entryId: string;
  readonly personId: string;
  /** What the person is today. */
  readonly memberKind: MemberKind;
  /** Ids from the province down to the unit, as the tree stood on the day. */
  readonly unitPath: readonly string[];
  readonly day: LocalDate;
  /** The shift as the person named it. */
  readonly shiftId?: string;
  /** The plan says so too: the person was assigned to that shift. */
  readonly planned: boolean;
  readonly checkedInAt: string;
  readonly checkedOutAt?: string;
};

/** Dong per shift attended, for a unit and everything below it. */
export type AllowanceRate = {
  readonly unitId: string;
  readonly memberKind: MemberKind;
  readonly amount: number;
  readonly validFrom: LocalDate;
  /** First day on which it is no longer valid. */
  readonly validTo?: LocalDate;
};

/** `repeated`: this person's presence on this shift is paid by another entry. */
export type UnpaidReason = "notCheckedOut" | "repeated" | "noRate";

export type AllowanceRow = {
  readonly personId: string;
  readonly memberKind: MemberKind;
  /** By rate, lowest first: a rate may change within the month, and a person may work for two units. */
  readonly lines: readonly { readonly rate: number; readonly shifts: number; readonly amount: number }[];
  /** Paid ones. */
  readonly shifts: number;
  /** Of those: not in the plan. */
  readonly unplanned: number;
  readonly amount: number;
  /** Shown, not paid; by day. */
  readonly unpaid: readonly { readonly entryId: string; readonly day: LocalDate; readonly reason: UnpaidReason }[];
};

/**
 * Attendance × rate, one row per person in the order of their first attendance. Paid is who checked out, once per
 * planned shift; an unplanned presence stands for itself. The rate is that of the day, of the nearest unit.
 */
export function computeAllowance(attendances: readonly Attendance[], rates: readonly AllowanceRate[]): AllowanceRow[] {
  const byPerson = new Map<string, Attendance[]>();
  for (const attendance of inOrder(attendances)) {
    const own = byPerson.get(attendance.personId);
    if (own) own.push(attendance);
    else byPerson.set(attendance.personId, [attendance]);
  }
  return [...byPerson.values()].map((own) => rowOf(own.map((attendance) => ({ attendance, ...judge(attendance, own, rates) }))));
}

type Judgement = { readonly rate: number } | { readonly reason: UnpaidReason };
type Judged = { readonly attendance: Attendance } & Judgement;

function judge(attendance: Attendance, own: readonly Attendance[], rates: readonly AllowanceRate[]): Judgement {
  if (standsFor(attendance, own) !== attendance) return { reason: "repeated" };
  if (!attendance.checkedOutAt) return { reason: "notCheckedOut" };
  const rate = rateOf(attendance, rates);
  return rate === undefined ? { reason: "noRate" } : { rate };
}

/** The one of a person's entries for the same shift that counts: the first with a check-out, else the first. */
function standsFor(attendance: Attendance, own: readonly Attendance[]): Attendance {
  if (!attendance.shiftId) return attendance;
  const same = own.filter(({ shiftId }) => shiftId === attendance.shiftId);
  return same.find(({ checkedOutAt }) => checkedOutAt) ?? same[0] ?? attendance;
}

function rateOf({ unitPath, memberKind, day }: Attendance, rates: readonly AllowanceRate[]): number | undefined {
  const valid = rates.filter((rate) => rate.memberKind === memberKind && rate.validFrom <= day && (!rate.validTo || day < rate.validTo));
  for (const unitId of [...unitPath].reverse()) {
    const own = valid.filter((rate) => rate.unitId === unitId).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    if (own[0]) return own[0].amount;
  }
  return undefined;
}

function rowOf(judged: readonly Judged[]): AllowanceRow {
  const paid = judged.flatMap((each) => ("rate" in each ? [each] : []));
  const rates = [...new Set(paid.map(({ rate }) => rate))].sort((a, b) => a - b);
  const lines = rates.map((rate) => {
    const shifts = paid.filter((each) => each.rate === rate).length;
    return { rate, shifts, amount: rate * shifts };
  });
  const { personId, memberKind } = judged[0]!.attendance;
  return {
    personId,
    memberKind,
    lines,
    shifts: paid.length,
    unplanned: paid.filter(({ attendance }) => !attendance.planned).length,
    amount: lines.reduce((total, line) => total + line.amount, 0),
    unpaid: judged.flatMap((each) => ("reason" in each ? [{ entryId: each.attendance.entryId, day: each.attendance.day, reason: each.reason }] : [])),
  };
}

function inOrder(attendances: readonly Attendance[]): Attendance[] {
  return [...attendances].sort((a, b) => compareText(a.checkedInAt, b.checkedInAt) || compareText(a.entryId, b.entryId));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
