import * as z from "zod/mini";
import { roles } from "../domain/people/actor";
import { protocolMarker } from "./version";

/** GET /api/demo-accounts: whom a visitor of the demo may sign in as; empty everywhere else. */
export const DemoAccountsResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  accounts: z.array(z.object({ role: z.enum(roles), login: z.string(), password: z.string(), name: z.string() })),
});
export type DemoAccount = z.infer<typeof DemoAccountsResponse>["accounts"][number];
