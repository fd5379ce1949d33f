import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { roles } from "../domain/people/actor";
import { protocolMarker } from "./version";

/**
 * GET /api/session: who is signed in, with the roles held today. Nobody is answered `notSignedIn`;
 * `field` then names the step that a session lacks which a password has begun (lib/domain/people/sign-in-step.ts).
 */
export const SessionResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  person: z.object({ id: Uuid, name: z.string(), roles: z.array(z.enum(roles)) }),
});
export type SessionResponse = z.infer<typeof SessionResponse>;
