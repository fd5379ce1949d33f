import { ReportChanged, type ReportAction } from "@/lib/protocol/reports";
import { sendChange } from "@/lib/protocol/send-change";
import { reportTexts } from "@/lib/text/desk-reports";
import { refusals } from "@/lib/text/refusals";
import type { RefusalCode } from "@/lib/domain/refusal";

export type Sent = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly code?: RefusalCode; readonly sentence: string };

/** Asks the server for one change; what was refused comes back with its sentence. */
export async function sendReport(action: ReportAction): Promise<Sent> {
  const answer = await sendChange((url, init) => fetch(url, init), "/api/reports", action, ReportChanged);
  if (answer.ok) return { ok: true, version: answer.value.version };
  const { code } = answer.error;
  if (!code) return { ok: false, sentence: reportTexts.unreachable };
  return { ok: false, code, sentence: code === "versionConflict" ? reportTexts.conflict : refusals[code] };
}
