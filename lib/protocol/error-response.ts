import * as z from "zod/mini";
import { refusalCodes, type RefusalCode } from "../domain/refusal";
import { protocolMarker } from "./version";

/** Answer to a request that was not taken as a whole; `field` names what of it was the reason, where one thing was. */
export const ErrorResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  error: z.object({ code: z.enum(refusalCodes), field: z.optional(z.string()), retryAfterSeconds: z.optional(z.int()) }),
});
export type ErrorResponse = z.infer<typeof ErrorResponse>;

/** HTTP status of a whole request's refusal; every code that is not named here is 400. */
export const httpStatusOf: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  keyUnknown: 401,
  awaitingApproval: 403,
  joinRefused: 403,
  invitationUnknown: 404,
  invitationExpired: 410,
  invitationRevoked: 410,
  signInFailed: 401,
  forbidden: 403,
  wrongPerson: 403,
  wrongOrigin: 403,
  unknownOrForbidden: 404,
  versionConflict: 409,
  notAllowedInThisState: 409,
  ruleChangedSince: 409,
  periodIsClosed: 409,
  targetChangedSince: 409,
  organisationChangedSince: 409,
  changeInEffect: 409,
  changeBuiltUpon: 409,
  personChangedSince: 409,
  planChangedSince: 409,
  othersOnPhone: 409,
  reportIsPublished: 409,
  tooLarge: 413,
  unsupportedProtocol: 426,
  tooManyRequests: 429,
  serverFault: 500,
};
