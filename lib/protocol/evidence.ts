import * as z from "zod/mini";
import { verdicts } from "../domain/evidence/decide-evidence";
import { evidenceReasons, policeKinds, type CheckedKind, type EvidenceReason } from "../domain/evidence/checked-kind";
import { Uuid } from "../domain/ids";
import { refusalCodes } from "../domain/refusal";
import type { LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/** One word about one outcome. `id` is made where it is said: the same one may arrive any number of times. */
export const EvidenceDecision = z.strictObject({
  id: Uuid,
  outcomeId: Uuid,
  revision: z.int().check(z.minimum(1)),
  verdict: z.enum(verdicts),
  reason: z.optional(z.enum(evidenceReasons)),
  /** The word it replaces, as it was read; see lib/domain/evidence/decide-evidence. */
  over: z.optional(Uuid),
});
export type EvidenceDecision = z.infer<typeof EvidenceDecision>;

/** POST /api/evidence: of the police by area, or of the officer above; a helper's word is kept as a proposal. */
export const DecideEvidence = z.strictObject({
  decisions: z.array(EvidenceDecision).check(z.minLength(1), z.maxLength(200)),
});
export type DecideEvidence = z.infer<typeof DecideEvidence>;

/** Of one decision, in the order sent. */
export const EvidenceAnswer = z.discriminatedUnion("answer", [
  z.object({ id: Uuid, answer: z.enum(["accepted", "proposed"]) }),
  z.object({ id: Uuid, answer: z.literal("refused"), code: z.enum(refusalCodes) }),
]);
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>;

export const EvidenceAnswers = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), answers: z.array(EvidenceAnswer) });

/** POST /api/evidence/reveal: the number of the row that is looked at, after that was written down. */
export const RevealChecked = z.strictObject({ outcomeId: Uuid });
export const RevealedNumber = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), number: z.optional(z.string()) });

/** What was said last of a row. */
export type SaidOfRow = { readonly id: string; readonly verdict: "confirmed" | "refused"; readonly reason?: EvidenceReason; readonly at: string; readonly mine: boolean };

/** A row of the work list: what finds the person or the household, and nothing else. */
export type CheckRow = {
  readonly outcomeId: string;
  readonly revision: number;
  readonly kind: CheckedKind;
  readonly happenedOn: LocalDate;
  /** Of the police: name, birth year and last digits of a person, or head and address of a household. */
  readonly name?: string;
  readonly birthYear?: number;
  readonly lastFour?: string;
  readonly address?: string;
  readonly areaName?: string;
  /** Of the officer: the page or the event. */
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly placeName?: string;
  readonly attendance?: { readonly youth: number; readonly others: number };
  readonly unitName?: string;
  /** A helper's proposal that waits for a verifier. */
  readonly proposal?: { readonly verdict: "confirmed" | "refused"; readonly reason?: EvidenceReason; readonly helperName: string; readonly mine: boolean };
  readonly said?: SaidOfRow;
};

export type CheckPage = { readonly rows: readonly CheckRow[]; readonly next?: string };

/** Numbers of one area and kind: what is open, since when, and how much of it belongs to the batch that is due. */
export type BacklogRow = {
  readonly areaId?: string;
  readonly areaName?: string;
  readonly kind: CheckedKind;
  readonly open: number;
  readonly oldest: string;
  readonly due: number;
};

/** POST /api/evidence/export: what waits in an area, as a workbook to fill in. */
export const ExportEvidence = z.strictObject({ kind: z.enum(policeKinds), areaId: z.optional(Uuid) });
export type ExportEvidence = z.infer<typeof ExportEvidence>;

/** `more`: there is more than fits into one file. `file`: the workbook in base64. */
export const ExportedEvidence = z.object({
  marker: z.literal(protocolMarker), protocol: z.int(), name: z.string(), rowCount: z.int(), more: z.boolean(), file: z.string(),
});

/** POST /api/evidence/import?step=…, the file as body. A preview writes nothing; accepting reads the file again. */
export const ImportEvidence = z.strictObject({ step: z.enum(["preview", "accept"]) });
export type ImportEvidence = z.infer<typeof ImportEvidence>;

/** What is wrong in which cell, as Excel names it: row from 1, column A. */
export const EvidenceFileProblem = z.object({ row: z.int(), column: z.string(), code: z.enum(refusalCodes) });
export type EvidenceFileProblem = z.infer<typeof EvidenceFileProblem>;

/** What the rows of a file say, or, once it was accepted, what was written; the first problems and how many there are. */
export const EvidenceFileSummary = z.object({
  confirmed: z.int(),
  refused: z.int(),
  /** Said before, by this file or on screen. */
  unchanged: z.int(),
  undecided: z.int(),
  problems: z.array(EvidenceFileProblem),
  problemCount: z.int(),
  /** Of a helper: it waits for a verifier. */
  proposed: z.boolean(),
});
export type EvidenceFileSummary = z.infer<typeof EvidenceFileSummary>;
export const EvidenceFileAnswer = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), summary: EvidenceFileSummary });
