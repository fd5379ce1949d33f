import { ExportEvidence } from "@/lib/protocol/evidence";
import { exportList } from "@/lib/server/evidence/export-list";
import { handle } from "@/lib/server/http/handle";

/** A write: who took which names with them is written down. */
export const POST = handle(ExportEvidence, ({ person, body, now }) => exportList(person, body, now));
