import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

/**
 * POST /api/reconcile. The phone names the commands it believes delivered, the server the ones it does not
 * have (a restored backup); those go again from the copies that the phone still holds.
 */
export const ReconcileRequest = z.object({
  protocol: z.int(),
  personId: Uuid,
  commandIds: z.array(Uuid).check(z.maxLength(5000)),
});
export type ReconcileRequest = z.infer<typeof ReconcileRequest>;

export const ReconcileResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  personId: Uuid,
  missing: z.array(Uuid),
});
export type ReconcileResponse = z.infer<typeof ReconcileResponse>;
