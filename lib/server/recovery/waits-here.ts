import "server-only";
import { sealLayout } from "@/lib/protocol/server-key";
import { serverKey } from "@/lib/server/crypto/server-key";
import { Prisma } from "@/lib/server/generated/client";

/**
 * Condition on `recovered_command`: it waits for its author, and this server can open it. What was sealed to the key of
 * another DATA_KEY waits until that is back, and keeps nothing else from its author.
 */
export function waitsHere(): Prisma.Sql {
  const { keyIdAt, pointAt } = sealLayout;
  return Prisma.sql`answer ->> 'code' <> 'sealUnreadable' and substr(sealed, ${keyIdAt + 1}, ${pointAt - keyIdAt}) = decode(${serverKey().id}, 'hex')`;
}
