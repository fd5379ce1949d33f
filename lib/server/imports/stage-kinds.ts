import "server-only";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import { memberBatches } from "@/lib/server/members/member-batches";
import { registerBatches } from "./register-batches";
import type { BatchKind } from "./stage-kind";

/** What is done with whole batches, by kind. */
export const stageKinds: { readonly [Kind in RecordKind]: BatchKind } = { dossier: registerBatches, account: registerBatches, member: memberBatches };
