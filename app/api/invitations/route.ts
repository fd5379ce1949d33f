import * as z from "zod/mini";
import { ok } from "@/lib/domain/result";
import { ChangeInvitations } from "@/lib/protocol/invitations";
import { handle, handleRead } from "@/lib/server/http/handle";
import { changeInvitations } from "@/lib/server/invitations/change-invitations";
import { listRequests } from "@/lib/server/invitations/list-requests";

export const dynamic = "force-dynamic";

/** Who asks to join. */
export const GET = handleRead(z.object({}), async ({ person }) => ok({ requests: await listRequests(person.actor) }));

/** Lets people in, takes invitations back, decides about who asks. */
export const POST = handle(ChangeInvitations, ({ person, body, now }) => changeInvitations(person.actor, body, now));
