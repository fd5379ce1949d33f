import { PaperQuery } from "@/lib/protocol/members";
import { handleRead } from "@/lib/server/http/handle";
import { paperWorkbook } from "@/lib/server/members/paper-workbook";

export const dynamic = "force-dynamic";

/** Paper dossiers of members and public employees of a unit, as a workbook. */
export const GET = handleRead(PaperQuery, ({ person, body, now }) => paperWorkbook(person, body, now));
