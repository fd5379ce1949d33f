import { ImportAction, ImportQuery } from "@/lib/protocol/imports";
import { changeImport } from "@/lib/server/imports/change-import";
import { readImportState } from "@/lib/server/imports/read-import";
import { handle, handleRead } from "@/lib/server/http/handle";

export const dynamic = "force-dynamic";

/** How far an import is. */
export const GET = handleRead(ImportQuery, ({ person, body, now }) => readImportState(person.actor, body.id, now));

/** An import is begun, accepted or cancelled. */
export const POST = handle(ImportAction, ({ person, body, now }) => changeImport(person.actor, body, now));
