import type { RegisterIndicator } from "../domain/report/register-indicators";
import type { LocalDate } from "../domain/time/local-date";

/** The rows of a register behind a number: addresses and answers. */

type Asked<Query extends { readonly page: number }> = Omit<Query, "page"> & { readonly page?: number };

/** All that a share is a share of, those that count for it, and the others. */
export const rowParts = ["whole", "part", "rest"] as const;
export type RowPart = (typeof rowParts)[number];

export type ShareRowsQuery = {
  readonly unitId: string;
  readonly indicator: RegisterIndicator;
  readonly of: RowPart;
  /** Days of receipt or counting, both included; people are those of the last one. */
  readonly first?: LocalDate | undefined;
  readonly through: LocalDate;
  readonly treeOn: LocalDate;
  readonly place?: "own" | "residual" | undefined;
  /** The number that led here was drawn with what was known at the end of this day. */
  readonly asOf?: LocalDate | undefined;
  /** From 0. */
  readonly page: number;
};

/** What the address of the same rows says: also what their file is asked with. */
export function shareRowsParameters({ unitId, indicator, of, first, through, treeOn, place, asOf, page = 0 }: Asked<ShareRowsQuery>): Record<string, string> {
  return said({
    unit: unitId, indicator, of: of === "whole" ? undefined : of, from: first, to: through, tree: treeOn === through ? undefined : treeOn, place, asOf,
    page: page > 0 ? String(page) : undefined,
  });
}

export function shareRowsHref(query: Asked<ShareRowsQuery>): string {
  return `/desk/members/rows?${new URLSearchParams(shareRowsParameters(query))}`;
}

/** A row of the register, or an account that counts. No name, and of a number only its end. */
export type ShareRow = {
  readonly unitName: string;
  readonly code?: string;
  /** Of the entry behind a counted account, where the person may read it. */
  readonly receipt?: string;
  readonly lastFour?: string;
  /** Of receipt, of counting, or since when somebody is a member. */
  readonly day: LocalDate;
  readonly service?: string;
  /** Since when there is an account, or it is linked. */
  readonly since?: LocalDate;
  readonly counts: boolean;
  /** Whether the register says anything of what is asked. */
  readonly told: boolean;
};

export type ShareRows = { readonly unitName: string; readonly count: number; readonly rows: readonly ShareRow[]; readonly hasNext: boolean };

/** How dossiers came in; all of them without one. */
export const rowChannels = ["online", "inPerson"] as const;
export type RowChannel = (typeof rowChannels)[number];

export type ServiceRowsQuery = {
  readonly month: string;
  readonly asOf: LocalDate;
  /** One of the essential services, or a name of the register, empty for those without one; all essential ones without either. */
  readonly service?: string | undefined;
  readonly name?: string | undefined;
  readonly channel?: RowChannel | undefined;
  readonly page: number;
};

export function serviceRowsParameters({ month, asOf, service, name, channel, page = 0 }: Asked<ServiceRowsQuery>): Record<string, string> {
  return said({ month, asOf, service, name, channel, page: page > 0 ? String(page) : undefined });
}

export function serviceRowsHref(query: Asked<ServiceRowsQuery>): string {
  return `/desk/essential-services/rows?${new URLSearchParams(serviceRowsParameters(query))}`;
}

export type ServiceDossier = { readonly code: string; readonly lastFour?: string; readonly day: LocalDate; readonly service?: string; readonly channel?: string };
export type ServiceRows = { readonly title: string; readonly count: number; readonly rows: readonly ServiceDossier[]; readonly hasNext: boolean };

function said(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
