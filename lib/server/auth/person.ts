import "server-only";
import type { Actor } from "@/lib/domain/people/actor";

/** Who a request comes from, as the database knows them at this moment. */
export type Person = {
  readonly actor: Actor;
  readonly name: string;
  readonly sessionId: string;
};
