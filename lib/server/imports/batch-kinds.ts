import "server-only";
import type { RecordKind } from "@/lib/domain/import/record-fields";

/** The word for a kind in `import_batch.kind`. */
export const batchKindOf = { dossier: "dossiers", account: "accounts", member: "members" } as const satisfies Record<RecordKind, string>;
