import type { Refusal } from "../../domain/refusal";
import type { Result } from "../../domain/result";
import type { StorageProblem } from "../database/storage-problem";

export type Saved = Result<{ readonly entryId: string }, SaveProblem>;

export type SaveProblem =
  | { readonly problem: "refused"; readonly refusals: readonly Refusal[] }
  | StorageProblem;
