import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { PeopleFileQuery } from "@/lib/protocol/people";
import type { Asked } from "@/lib/server/http/handle";
import { readBytes } from "@/lib/server/http/read-body";
import { acceptPeople, mayImport, previewPeople } from "./import-people";
import { restWorkbook } from "./people-workbook";
import { tellProgress } from "./tell-progress";

const largestFile = 8 * 1024 * 1024;

/** The answer to a file: a workbook of what can't be taken, or line by line how far it is and what came of it. */
export async function answerPeopleFile({ person: { actor }, body, request, now }: Asked<PeopleFileQuery>): Promise<Result<Response, RefusalCode>> {
  // Asked before the file is read: taking it in is work that nobody else may cause.
  if (!mayImport(actor, now)) return err("unknownOrForbidden");
  const bytes = await readBytes(request, largestFile);
  if (!bytes.ok) return bytes;
  if (body.action === "rest") return restWorkbook(actor, bytes.value, now);
  return ok(tellProgress("POST /api/people/file", (tell) =>
    body.action === "accept" ? acceptPeople(actor, body, bytes.value, now, tell) : previewPeople(actor, bytes.value, now, tell)));
}
