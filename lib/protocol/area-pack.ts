import * as z from "zod/mini";
import { visitResults } from "../domain/entry/household-visit";
import { Uuid } from "../domain/ids";
import { Instant, LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/** A household as teams of its hamlet know it. Head and address are there only with its consent. */
export const KnownHousehold = z.object({
  id: Uuid,
  areaId: Uuid,
  head: z.optional(z.string()),
  address: z.optional(z.string()),
  lastResult: z.optional(z.enum(visitResults)),
  lastVisitOn: z.optional(LocalDate),
  comeBackOn: z.optional(LocalDate),
  visitCount: z.int(),
  /** Merged into another or erased: to be forgotten. */
  gone: z.optional(z.boolean()),
});
export type KnownHousehold = z.infer<typeof KnownHousehold>;

/**
 * GET /api/area-pack?personId=…&campaign=…&cursor=… The households of the hamlets to which the campaign sends the
 * person's teams, those that changed since the cursor. A household may come twice, never not at all. `resync`: the
 * cursor was of another set of hamlets or another life of the database; what is not sent again is to be forgotten.
 */
export const AreaPackResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  serverTime: Instant,
  personId: Uuid,
  campaignId: Uuid,
  cursor: z.string(),
  resync: z.boolean(),
  more: z.boolean(),
  households: z.array(KnownHousehold),
});
export type AreaPackResponse = z.infer<typeof AreaPackResponse>;
