import type { LocalDate } from "../domain/time/local-date";

/** What the server hands to the first page of the desk: what is due for the roles that the person holds. */

/** `late`: it should have been done; `due`: it is to do; `known`: there is nothing to do, and it is good to know. */
export type StartLevel = "late" | "due" | "known";

type Facts =
  | { readonly kind: "review"; readonly count: number; readonly oldest?: string; readonly overdue: number }
  | { readonly kind: "reviewOverdue" | "answered" | "quarantined" | "articles" | "events" | "doubles" | "drafts" | "joinRequests"; readonly count: number }
  | { readonly kind: "returned"; readonly count: number; readonly oldest?: string }
  /** Of the police's own list, or of the whole province's for whoever keeps its registers. */
  | { readonly kind: "policeBatch" | "policeBacklog"; readonly count: number; readonly batchDay: LocalDate; readonly open: number; readonly oldest?: string; readonly nextDay: LocalDate }
  | { readonly kind: "servicesToPolice" | "servicesToMinistry"; readonly day: LocalDate; readonly daysLeft: number; readonly month: string }
  /** Days since the register was imported last; absent before the first time. */
  | { readonly kind: "register"; readonly days?: number }
  /** Claims that the register doesn't know: of them those of more than 60 days. */
  | { readonly kind: "unfound"; readonly count: number; readonly old: number }
  | { readonly kind: "openMonths"; readonly count: number; readonly newest: LocalDate }
  | { readonly kind: "behind"; readonly count: number; readonly units: number; readonly asOf: LocalDate }
  | { readonly kind: "targetsMissing"; readonly count: number; readonly year: number }
  | { readonly kind: "numbers"; readonly asOf: LocalDate }
  | { readonly kind: "onPhones"; readonly count: number; readonly phones: number; readonly oldest?: string };

export type StartItem = Facts & { readonly level: StartLevel };
export type StartKind = StartItem["kind"];
