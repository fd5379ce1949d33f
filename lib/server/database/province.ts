import "server-only";
import type { PrismaClient } from "@/lib/server/generated/client";
import { databaseClient } from "./client";

/**
 * The province that this deployment serves, for requests of which nobody is known yet. Looked up once per
 * client. Throws when there is none or more than one: then the deployment is not set up.
 */
export function deployedProvinceId(): Promise<string> {
  const client = databaseClient();
  const known = found.get(client);
  if (known) return known;
  const asked = look(client);
  found.set(client, asked);
  asked.catch(() => found.delete(client));
  return asked;
}

const found = new WeakMap<PrismaClient, Promise<string>>();

async function look(client: PrismaClient): Promise<string> {
  const rows = await client.$queryRaw<{ id: string }[]>`select id from province limit 2`;
  const [only, another] = rows;
  if (!only || another) throw new Error(`This deployment needs exactly one province; there are ${rows.length ? "several" : "none"}.`);
  return only.id;
}
