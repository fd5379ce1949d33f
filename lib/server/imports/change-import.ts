import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import type { ImportAction, ImportState } from "@/lib/protocol/imports";
import { acceptImport, cancelImport } from "./accept-import";
import { beginImport } from "./begin-import";

/** What may be done with an import, but for its file. */
export function changeImport(actor: Actor, asked: ImportAction, now: string): Promise<Result<ImportState, Refusal | RefusalCode>> {
  if (asked.action === "begin") return beginImport(actor, asked, now);
  return asked.action === "accept" ? acceptImport(actor, asked.id, now) : cancelImport(actor, asked.id, now);
}
