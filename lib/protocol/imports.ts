import * as z from "zod/mini";
import { Mapping } from "../domain/import/mapping";
import { RecordKind, type RegisterField } from "../domain/import/record-fields";
import type { RefusalCode } from "../domain/refusal";
import type { Standing } from "../domain/report/standing";
import { Uuid } from "../domain/ids";
import type { LocalDate } from "../domain/time/local-date";
import { DeviceManifest } from "./device-manifest";
import { MemberOptions, type MemberPlan } from "./members";
import { protocolMarker } from "./version";

/** Kinds of the province's register. Files of members go the same way and are shown elsewhere. */
export const registerKinds = ["dossier", "account"] as const;
export const RegisterKind = z.enum(registerKinds);
export type RegisterKind = z.infer<typeof RegisterKind>;

/** Bytes of a CSV file that are enough to know its columns; a workbook is sent whole, its directory is at its end. */
export const inspectedBytes = 512 * 1024;

const FileName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const envelope = { marker: z.literal(protocolMarker), protocol: z.int() };

/** POST /api/imports/inspect, the file's beginning as the body. `whole`: it is all of it. Nothing is kept. */
export const InspectQuery = z.strictObject({ whole: z.enum(["yes", "no"]), sheet: z.optional(z.string().check(z.maxLength(200))) });

/** A column as it is called, and what stands in it; `samples` are of rows that follow the header. */
const Column = z.object({ name: z.string(), group: z.string(), samples: z.array(z.string()) });
const Guess = z.object({ mapping: Mapping, layoutName: z.optional(z.string()) });
export const Inspected = z.object({
  ...envelope,
  sheets: z.array(z.string()),
  sheet: z.optional(z.string()),
  headerRow: z.int(),
  columns: z.array(Column),
  kind: RegisterKind,
  guesses: z.record(RegisterKind, Guess),
  /** The same where it is a file of members: only the person can say that it is one. */
  member: Guess,
});
export type Inspected = z.infer<typeof Inspected>;

/**
 * POST /api/imports. `begin` makes a batch, whose file is then sent to /api/imports/upload?id=…; `accept` makes its rows
 * speak, once; `cancel` leaves nothing of it.
 */
export const ImportAction = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("begin"),
    id: Uuid,
    kind: RecordKind,
    fileName: FileName,
    mapping: Mapping,
    sheet: z.optional(z.string().check(z.maxLength(200))),
    /** Under which name the layout is remembered; without one it keeps its name, or gets one. */
    layoutName: z.optional(FileName),
    /** How a file of members is meant; asked for with them only. */
    members: z.optional(MemberOptions),
  }),
  z.strictObject({ action: z.literal("accept"), id: Uuid }),
  z.strictObject({ action: z.literal("cancel"), id: Uuid }),
]);
export type ImportAction = z.infer<typeof ImportAction>;
export type BeginImport = Extract<ImportAction, { action: "begin" }>;

/** GET /api/imports?id=…, POST /api/imports/upload?id=…, GET /api/imports/unread?id=…, GET /api/imports/preview?id=… */
export const ImportQuery = z.strictObject({ id: Uuid });

export const importStatuses = ["reading", "ready", "accepting", "accepted", "cancelled", "failed"] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What an import is doing now, for whoever waits. */
export const importPhases = ["reading", "waiting", "matching", "nearMisses"] as const;
export type ImportPhase = (typeof importPhases)[number];

/** How far an import is. `newCount` and `changedCount`: rows that say something; the others are known already, or unread. */
export const ImportState = z.object({
  ...envelope,
  id: Uuid,
  status: z.enum(importStatuses),
  phase: z.optional(z.enum(importPhases)),
  rowCount: z.int(),
  unreadCount: z.int(),
  newCount: z.int(),
  changedCount: z.int(),
  /** The same file was accepted before, as this import. */
  sameAs: z.optional(Uuid),
});
export type ImportState = Omit<z.infer<typeof ImportState>, "marker" | "protocol">;

/** POST /api/imports/questions: reopens confirmed entries whose code may be mistyped. Others ask by themselves. */
export const AskQuestions = z.strictObject({ device: DeviceManifest });
export const QuestionsAsked = z.object({ ...envelope, asked: z.int(), left: z.int() });

/** A row as we read it; a number shows its last four digits only. */
export type PreviewRow = { readonly rowNumber: number; readonly values: Readonly<Partial<Record<RegisterField, string | number | boolean | undefined>>> };

export type ProblemCount = { readonly field: RegisterField; readonly code: RefusalCode; readonly count: number };

/** Outcomes that claim something of the register, by how they stand. */
export type StandingCounts = Readonly<Partial<Record<Standing, number>>>;

/** Kept with a batch: while it waits what was read, afterwards what came of it. */
export type ImportResult = {
  readonly preview?: readonly PreviewRow[];
  readonly problems?: readonly ProblemCount[];
  /** How long reading took, and matching, in milliseconds. */
  readonly readMs?: number;
  readonly matchMs?: number;
  readonly sameAs?: string;
  /** Outcomes that some row of it speaks of. */
  readonly touched?: number;
  readonly before?: Readonly<Record<RegisterKind, StandingCounts>>;
  readonly after?: Readonly<Record<RegisterKind, StandingCounts>>;
  /** Matched by this import and not before. */
  readonly newlyMatched?: Readonly<Record<RegisterKind, number>>;
  readonly proposals?: number;
  /** Of a file of members: what it would change, and changed once it is accepted. */
  readonly members?: MemberPlan;
};

/** What the server hands to the desk's pages. */
export type ImportSummary = ImportState & {
  readonly kind: RegisterKind;
  readonly source: "file" | "connector";
  readonly fileName: string;
  readonly layoutName: string | undefined;
  readonly importedBy: string;
  readonly startedAt: string;
  readonly acceptedAt: string | undefined;
  /** Nothing was heard of it for a while: whoever read it is gone. */
  readonly silent: boolean;
};

export type ImportProblem = {
  readonly rowNumber: number;
  readonly field: RegisterField;
  readonly code: RefusalCode;
  readonly column: string | undefined;
  readonly text: string | undefined;
};

export type ImportDetail = { readonly summary: ImportSummary; readonly result: ImportResult; readonly problems: readonly ImportProblem[] };

/** How everything stood after the import of the same kind before. */
export type PreviousImport = { readonly at: string; readonly after: NonNullable<ImportResult["after"]> };

export type NearMiss = {
  readonly outcomeId: string;
  readonly entryId: string;
  readonly receipt: string;
  readonly code: string;
  readonly proposed: string;
  readonly authorName: string;
  readonly unitName: string;
  /** Confirmed ones have to be reopened before the author can correct them. */
  readonly confirmed: boolean;
};

export type NearMisses = { readonly count: number; readonly confirmed: number; readonly list: readonly NearMiss[] };

export type UnfoundUnit = { readonly unitId: string; readonly unitName: string; readonly recent: number; readonly late: number; readonly overdue: number };

export type StandingOutcome = {
  readonly outcomeId: string;
  readonly entryId: string;
  readonly receipt: string;
  readonly code: string | undefined;
  readonly lastFour: string | undefined;
  readonly unitName: string;
  readonly authorName: string;
  readonly happenedOn: LocalDate;
  readonly since: string;
};

export type StandingPage = {
  readonly unitName: string | undefined;
  readonly count: number;
  readonly outcomes: readonly StandingOutcome[];
  readonly next: string | undefined;
};

/** An import of members in the history. `silent`: nothing was heard of it for a while, whoever read it is gone. */
export type MemberImport = ImportState & {
  readonly fileName: string;
  readonly importedBy: string;
  readonly startedAt: string;
  readonly acceptedAt: string | undefined;
  readonly silent: boolean;
  readonly options: MemberOptions;
};
