import "server-only";
import { err, ok } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import { guarded } from "@/lib/server/http/handle";
import { authenticate } from "./authenticate";
import { rolesOn } from "./person";

/** `GET /api/session`: who is signed in. */
export const handleSession = guarded(async (request) => {
  const person = await authenticate(request);
  if (!person) return err("notSignedIn");
  const roles = rolesOn(person, localDateOf(new Date().toISOString()));
  return ok({ person: { id: person.actor.userId, name: person.name, roles } });
});
