import { InspectQuery } from "@/lib/protocol/imports";
import { inspectFile } from "@/lib/server/imports/inspect-file";
import { handleUpload } from "@/lib/server/http/handle";
import { readBytes } from "@/lib/server/http/read-body";
import { limitsOf } from "@/lib/server/spreadsheet/limits";

/** What columns a file has. Nothing of it is kept. */
export const POST = handleUpload(InspectQuery, ({ person, body, request, now }) =>
  inspectFile(person.actor, () => readBytes(request, limitsOf.xlsx.fileBytes), body, now));
