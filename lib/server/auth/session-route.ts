import "server-only";
import { ok } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import { guarded } from "@/lib/server/http/handle";
import { whoAsks } from "./authenticate";
import { rolesOn } from "./person";

/** `GET /api/session`: who is signed in, or which step of signing in is missing. */
export const handleSession = guarded(async (request) => {
  const asking = await whoAsks(request, { evenLocked: true });
  if (!asking.ok) return asking;
  const person = asking.value;
  const roles = rolesOn(person, localDateOf(new Date().toISOString()));
  return ok({ person: { id: person.actor.userId, name: person.name, roles } });
});
