import "server-only";
import type { RegisterField } from "@/lib/domain/import/record-fields";
import type { RecordOf, RegisterAccount, RegisterDossier } from "@/lib/domain/import/read-record";
import type { RegisterKind } from "@/lib/protocol/imports";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf } from "@/lib/server/database/insert-rows";

/** A column of `register_record`, and where its value comes from. */
export type RegisterColumn<Value> = {
  readonly name: string;
  readonly type: "text" | "date" | "bytea" | "boolean" | "int";
  readonly field: RegisterField;
  readonly of: (record: Value) => string | number | boolean | undefined;
};

const dossier: readonly RegisterColumn<RegisterDossier>[] = [
  { name: "dossier_code", type: "text", field: "code", of: ({ code }) => code },
  { name: "received_on", type: "date", field: "receivedOn", of: ({ receivedOn }) => receivedOn },
  { name: "service", type: "text", field: "service", of: ({ service }) => service },
  { name: "channel", type: "text", field: "channel", of: ({ channel }) => channel },
  { name: "paid_online", type: "boolean", field: "paidOnline", of: ({ paidOnline }) => paidOnline },
  { name: "status", type: "text", field: "status", of: ({ status }) => status },
  { name: "number_hash", type: "bytea", field: "applicantNumber", of: ({ applicantNumber }) => applicantNumber && hashOf(applicantNumber) },
  { name: "last_four", type: "text", field: "applicantNumber", of: ({ applicantNumber }) => applicantNumber?.slice(-4) },
];

const account: readonly RegisterColumn<RegisterAccount>[] = [
  { name: "number_hash", type: "bytea", field: "number", of: ({ number }) => hashOf(number) },
  { name: "last_four", type: "text", field: "number", of: ({ number }) => number.slice(-4) },
  { name: "created_on", type: "date", field: "createdOn", of: ({ createdOn }) => createdOn },
  { name: "linked_on", type: "date", field: "linkedOn", of: ({ linkedOn }) => linkedOn },
  { name: "transaction_count", type: "int", field: "transactions", of: ({ transactions }) => transactions },
];

export const registerColumns: { readonly [Kind in RegisterKind]: readonly RegisterColumn<RecordOf[Kind]>[] } = { dossier, account };

/** By which rows of a kind are found: the first of its columns. */
export const keyColumn = { dossier: "dossier_code", account: "number_hash" } as const satisfies Record<RegisterKind, string>;

/** As text, because an array of bytes with gaps loses its type on the way. */
function hashOf(number: string): string {
  return hexOf(keyedHash("personalNumber", number));
}
