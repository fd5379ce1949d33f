import { ImportQuery } from "@/lib/protocol/imports";
import { readUpload } from "@/lib/server/imports/read-upload";
import { handleUpload } from "@/lib/server/http/handle";
import { bodyOf } from "@/lib/server/http/read-body";

/** The file of an import that was begun, read while it arrives. */
export const POST = handleUpload(ImportQuery, ({ person, body, request, now }) => readUpload(person.actor, body.id, bodyOf(request), now));
