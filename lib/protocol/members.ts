import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import type { RegisterSums, RegisterWindow } from "../domain/report/register-indicators";
import { LocalDate } from "../domain/time/local-date";

/** Whom a file of the member register lists: members of the Union, or public employees, some of whom are members. */
export const memberPeople = ["members", "publicEmployees"] as const;
export type MemberPeople = (typeof memberPeople)[number];

/**
 * How a file of members is meant. `asOf`: the day it was true. `complete`: all people of the units that it names are in
 * it, so who is missing left.
 */
export const MemberOptions = z.strictObject({ asOf: LocalDate, people: z.enum(memberPeople), complete: z.boolean() });
export type MemberOptions = z.infer<typeof MemberOptions>;

/**
 * What a row changes: a new member, one that comes from another unit or leaves, one who becomes or is no more a public
 * employee, a day that was known wrong, or somebody who had left before the register heard of them.
 */
export const memberChanges = ["join", "move", "leave", "change", "correct", "past"] as const;
export type MemberChange = (typeof memberChanges)[number];

/** One change as it is shown before it is written. Of the number only its end. */
export type PlannedChange = {
  readonly what: MemberChange;
  readonly lastFour: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly day: LocalDate;
};

export type UnitChanges = { readonly unitId: string; readonly name: string; readonly joins: number; readonly movedIn: number; readonly movedOut: number; readonly leavers: number };

/** What a file would change, or changed. */
export type MemberPlan = {
  readonly counts: Readonly<Partial<Record<MemberChange, number>>>;
  /** People of whom it says what is known already. */
  readonly same: number;
  /** Of the leavers those who are only missing from a complete file. */
  readonly missing: number;
  /** Nobody is taken to be missing, because these rows could not be read. */
  readonly unreadBefore: number;
  readonly units: readonly UnitChanges[];
  readonly sample: readonly PlannedChange[];
};

/** A unit's sums of the register and the members; `targets` of the window's year, absent where none was set. */
export type RegisterUnit = {
  readonly id: string;
  readonly name: string;
  readonly sums: RegisterSums;
  readonly publicEmployees: number;
  readonly targets: Readonly<Partial<Record<string, number>>>;
};

export type RegisterIndicators = {
  readonly total: RegisterUnit;
  readonly children: readonly RegisterUnit[];
  /** Of members of the unit itself, not of one below it. */
  readonly direct: Pick<RegisterUnit, "sums" | "publicEmployees">;
  /** Whether the register tells of accounts that were linked to VNeID. */
  readonly linksKnown: boolean;
  readonly year: number;
  readonly window: RegisterWindow;
};

/** What a member or public employee handed in on paper though it can be done online. */
export type PaperDossier = {
  readonly code: string;
  readonly unitName: string;
  readonly unionMember: boolean;
  readonly lastFour: string;
  readonly receivedOn: LocalDate;
  readonly service: string;
};

export type PaperDossiers = { readonly unitName: string; readonly count: number; readonly dossiers: readonly PaperDossier[]; readonly hasNext: boolean };

/** GET /api/members/paper?unit=…&day=…: the list of a unit up to a day, as a workbook. */
export const PaperQuery = z.strictObject({ unit: Uuid, day: LocalDate });
export type PaperQuery = z.infer<typeof PaperQuery>;
