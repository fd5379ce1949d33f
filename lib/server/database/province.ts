import "server-only";
import { databaseClient } from "./client";

/**
 * The province this deployment serves. Every table could hold several; a server answers for one, because
 * nobody has said for whom a request is before the person is known.
 */
export async function provinceId(): Promise<string> {
  const client = databaseClient();
  const known = knownByClient.get(client);
  if (known) return known;
  const [province, ...others] = await client.$queryRaw<{ id: string }[]>`select id from province order by code limit 2`;
  if (!province || others.length > 0) {
    throw new Error(province ? "The database holds several provinces: a server answers for one" : "The database holds no province yet: load the demo or the province's own data");
  }
  knownByClient.set(client, province.id);
  return province.id;
}

const knownByClient = new WeakMap<object, string>();
