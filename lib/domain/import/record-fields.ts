import * as z from "zod/mini";

/** What a file holds rows of: dossiers and accounts of the province's register, members of the Union. */
export const recordKinds = ["dossier", "account", "member"] as const;
export type RecordKind = (typeof recordKinds)[number];
export const RecordKind = z.enum(recordKinds);

export const registerFields = [
  "code", "receivedOn", "service", "channel", "paidOnline", "status", "applicantNumber",
  "number", "createdOn", "linkedOn", "transactions",
  "unit", "joinedOn", "leftOn", "publicEmployee",
] as const;

/** What a column of a file may mean. */
export type RegisterField = (typeof registerFields)[number];
export const RegisterField = z.enum(registerFields);

/**
 * The fields of each kind in the order in which they are asked for. Without a required one no row can be read;
 * a dossier's day of receipt also stands in its code.
 */
export const recordFields = {
  dossier: { code: "required", channel: "required", receivedOn: "optional", service: "optional", paidOnline: "optional", status: "optional", applicantNumber: "optional" },
  account: { number: "required", createdOn: "required", linkedOn: "optional", transactions: "optional" },
  member: { number: "required", unit: "required", joinedOn: "optional", leftOn: "optional", publicEmployee: "optional" },
} as const satisfies Record<RecordKind, Partial<Record<RegisterField, "required" | "optional">>>;

/** The fields of a kind, in order. */
export function fieldsOf(kind: RecordKind): readonly RegisterField[] {
  return Object.keys(recordFields[kind]) as RegisterField[];
}

/** The one field that says which dossier, account or member a row is about. */
export const keyField = { dossier: "code", account: "number", member: "number" } as const satisfies Record<RecordKind, RegisterField>;
