import type { ImportSummary } from "@/lib/protocol/imports";
import type { ImportStep } from "./reconcile-top";

/** Which step an import is at. */
export function stepOf({ status, phase }: Pick<ImportSummary, "status" | "phase">): ImportStep {
  if (status === "accepting" || (status === "accepted" && phase !== undefined)) return "run";
  return status === "reading" || status === "ready" ? "preview" : "result";
}
