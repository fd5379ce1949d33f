import { err, ok } from "@/lib/domain/result";
import { CommandsRequest, maxCommandsPerRequest } from "@/lib/protocol/commands";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import { handle } from "@/lib/server/http/handle";
import { onceApproved } from "@/lib/server/invitations/once-approved";

/** Takes what a phone or a desk wants changed; see lib/protocol/README.md. */
export const POST = handle(
  CommandsRequest,
  onceApproved(async ({ person, body, request, now }) => {
    if (body.commands.length > maxCommandsPerRequest) return err("tooLarge");
    const verdicts = await executeCommands(person, body, { now, cookieDevice: readDeviceCookie(request.headers) });
    return ok({ serverTime: now, personId: person.actor.userId, verdicts });
  }),
  { evenDisabled: true },
);
