import type { PoliceKind } from "@/lib/domain/evidence/checked-kind";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { EvidenceFileAnswer, ExportedEvidence, type EvidenceFileSummary } from "@/lib/protocol/evidence";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { checkTexts } from "@/lib/text/desk-checks";
import { refusals } from "@/lib/text/refusals";

/** Asks for the list and hands it to the browser to be saved. */
export async function takeFile(kind: PoliceKind, areaId: string | undefined): Promise<Result<{ readonly rowCount: number; readonly more: boolean }, ChangeProblem>> {
  const taken = await sendChange((url, init) => fetch(url, init), "/api/evidence/export", { kind, ...(areaId ? { areaId } : {}) }, ExportedEvidence);
  if (!taken.ok) return taken;
  const { name, file, rowCount, more } = taken.value;
  if (rowCount > 0) save(name, Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0)));
  return ok({ rowCount, more });
}

function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The file as it is; a preview writes nothing. */
export async function sendFile(file: File, step: "preview" | "accept"): Promise<Result<EvidenceFileSummary, ChangeProblem>> {
  const answer = await fetch(`/api/evidence/import?step=${step}`, { method: "POST", body: file, cache: "no-store" }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const done = EvidenceFileAnswer.safeParse(body);
  if (answer?.ok && done.success) return ok(done.data.summary);
  const code = ErrorResponse.safeParse(body).data?.error.code;
  return err(code ? { code } : {});
}

export function problemText({ code }: ChangeProblem): string {
  if (code === "notSignedIn") return checkTexts.notSignedIn;
  return code ? refusals[code] : checkTexts.unreachableFile;
}
