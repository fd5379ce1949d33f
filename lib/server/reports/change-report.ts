import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { err } from "@/lib/domain/result";
import type { ReportAction } from "@/lib/protocol/reports";
import { withActor } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { beginDraft, discardDraft, setPoint, writeParagraphs } from "./drafts";
import { findDraft, type Changed } from "./find-draft";
import { publishReport } from "./publish-report";

/** Begins, writes, publishes and throws away reports: the province verifier's alone. */
export async function changeReport(actor: Actor, asked: ReportAction, now: string): Promise<Changed> {
  if (!keepsRegisters(actor, now)) return err({ code: "unknownOrForbidden" });
  if (asked.action === "publish") return publishReport(actor, asked, now);
  if (asked.action === "begin") return withActor(actor, (tx) => beginDraft(tx, actor, asked, now));
  return withActor(actor, async (tx) => {
    const found = await findDraft(tx, asked.id, asked.expectedVersion);
    if (!found.ok) return found;
    if (asked.action === "write") return writeParagraphs(tx, found.value, asked.paragraphs, now);
    return asked.action === "setPoint" ? setPoint(tx, found.value, asked, now) : discardDraft(tx, found.value);
  });
}
