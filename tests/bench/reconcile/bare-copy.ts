import type { Client } from "pg";

/** A table of the file's columns, empty, with the index that the join needs. */
export async function prepareBareTable(client: Client): Promise<void> {
  await client.query("drop table if exists bare");
  await client.query("create table bare (code text, received_on date, service text, channel text, status text, number text)");
  await client.query("create index on bare (code)");
  await client.query("set datestyle = 'ISO, DMY'");
  await client.query("checkpoint");
}

/** @returns how many claims are in the file */
export async function copyAndJoin(client: Client, file: string): Promise<number> {
  await client.query(`copy bare from '${file}' (format csv, header)`);
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from outcome join bare on bare.code = outcome.dossier_code");
  return rows[0]!.count;
}
