import { ImportEvidence } from "@/lib/protocol/evidence";
import { importVerdicts } from "@/lib/server/evidence/import-verdicts";
import { handleUpload } from "@/lib/server/http/handle";
import { readBytes } from "@/lib/server/http/read-body";

/** A list that was exported and filled in: read, and written once it is accepted. */
export const POST = handleUpload(ImportEvidence, ({ person, body, request, now }) =>
  importVerdicts(person.actor, () => readBytes(request, largestFile), body.step, now));

const largestFile = 8 * 1024 * 1024;
