import type { Client } from "pg";

/** Writes the rows that the import stored down, as COPY reads them fastest. @returns where, on the database's disk */
export async function exportStored(client: Client): Promise<string> {
  const { rows } = await client.query<{ data_directory: string }>("show data_directory");
  const path = `${rows[0]!.data_directory}/register.copy`;
  await client.query(`copy (select * from register_record order by row_number) to '${path}'`);
  return path;
}

/** The same rows into the same columns and indexes, and one join: nothing read, compared, decided, or told. */
export async function copyStored(client: Client, path: string): Promise<Measured> {
  await client.query("drop table if exists bare");
  await client.query("create table bare (like register_record including all)");
  return measured(client, `copy bare from '${path}'`);
}

/** The file as it is into its own six columns with one index: what nothing could be faster than. */
export async function copyFile(client: Client, path: string): Promise<Measured> {
  await client.query("drop table if exists bare");
  await client.query("create table bare (dossier_code text, received_on date, service text, channel text, status text, number text)");
  await client.query("create index on bare (dossier_code)");
  await client.query("set datestyle = 'ISO, DMY'");
  return measured(client, `copy bare from '${path}' (format csv, header)`);
}

/** `found`: how many claims are among the rows. */
export type Measured = { readonly seconds: number; readonly found: number };

async function measured(client: Client, copy: string): Promise<Measured> {
  await client.query("checkpoint");
  const start = performance.now();
  await client.query(copy);
  const { rows } = await client.query<{ found: number }>("select count(*)::int as found from outcome join bare on bare.dossier_code = outcome.dossier_code");
  return { seconds: (performance.now() - start) / 1000, found: rows[0]!.found };
}
