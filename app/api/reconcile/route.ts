import { ok } from "@/lib/domain/result";
import { ReconcileRequest } from "@/lib/protocol/reconcile";
import { handle } from "@/lib/server/http/handle";
import { findMissingCommands } from "@/lib/server/reconcile/find-missing-commands";

/** Names the commands a phone believes delivered and the server does not have. */
export const POST = handle(
  ReconcileRequest,
  async ({ person, body }) => ok({ personId: person.actor.userId, missing: await findMissingCommands(person, body.commandIds) }),
  { evenDisabled: true },
);
