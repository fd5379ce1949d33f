import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ChangePeople, IssuedPassword } from "@/lib/protocol/people";
import { withActor } from "@/lib/server/database/with-actor";
import { changeRoles } from "./change-roles";
import { createPerson } from "./create-person";
import { editPerson, setDisabled } from "./edit-person";
import { issuePasswords } from "./issue-passwords";
import { lockPeople } from "./lock-people";
import { answerOf } from "./write-changes";

export type Changed = { readonly id: string; readonly userId?: string; readonly login?: string; readonly passwords?: readonly IssuedPassword[] };

/** One change of one person, logged with it; only passwords are given to several. Outside of the own people: `unknownOrForbidden`. */
export function changePeople(actor: Actor, command: ChangePeople, now: string): Promise<Result<Changed, Refusal>> {
  if (command.action === "issuePasswords") return issuePasswords(actor, command, now);
  const today = localDateOf(now);
  const type = `${command.action}Person`;
  return withActor(actor, async (tx) => {
    await lockPeople(tx);
    const done = await answerOf<{ readonly userId: string; readonly login?: string }>(tx, actor, command.id, type);
    if (done) return ok({ id: command.id, userId: done.userId, ...(done.login ? { login: done.login } : {}) });
    const asked = { tx, actor, type, today, now };
    switch (command.action) {
      case "create": return createPerson(asked, command);
      case "edit": return editPerson(asked, command);
      case "disable":
      case "enable": return setDisabled(asked, command);
      case "grant":
      case "end":
      case "move": return changeRoles(asked, command);
      default: return err({ code: "badRequest" });
    }
  });
}
