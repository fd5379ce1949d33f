import { ImportQuery } from "@/lib/protocol/imports";
import { unreadWorkbook } from "@/lib/server/imports/unread-workbook";
import { handleRead } from "@/lib/server/http/handle";

export const dynamic = "force-dynamic";

/** The rows of an import that could not be read, as a workbook. */
export const GET = handleRead(ImportQuery, ({ person, body, now }) => unreadWorkbook(person.actor, body.id, now));
