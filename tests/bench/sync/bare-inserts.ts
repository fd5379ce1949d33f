import pg from "pg";
import type { Volunteer } from "./prepare-province";

type Rows = { readonly columns: readonly string[]; readonly values: readonly unknown[][] };
/** All rows of one batch, by table, in an order that foreign keys allow. */
export type BareBatch = ReadonlyMap<string, Rows>;

const tables = ["subject", "entry", "outcome", "consent", "tally", "change", "command_log"] as const;

/** Empties what a measurement wrote, so that every measurement starts alike. */
export async function takeRows(client: pg.Client): Promise<void> {
  await client.query(`truncate ${tables.join(", ")} cascade`);
  await client.query("checkpoint");
}

/** The rows that were written, in batches as they were written: by person and moment. */
export async function copyRows(client: pg.Client, volunteers: readonly Volunteer[]): Promise<BareBatch[]> {
  const batches: BareBatch[] = [];
  for (const { id } of volunteers) {
    const { rows } = await client.query<{ at: string }>("select distinct received_at::text as at from entry where author_id = $1 order by 1", [id]);
    for (const { at } of rows) {
      const batch = new Map<string, Rows>();
      for (const table of tables) batch.set(table, await copyTable(client, table, id, at));
      batches.push(batch);
    }
  }
  return batches;
}

async function copyTable(client: pg.Client, table: (typeof tables)[number], authorId: string, at: string): Promise<Rows> {
  const ours = "select id from entry where author_id = $1 and received_at = $2::timestamptz";
  const condition = {
    subject: `id in (select subject_id from entry where author_id = $1 and received_at = $2::timestamptz)`,
    entry: `id in (${ours})`,
    outcome: `entry_id in (${ours})`,
    consent: `entry_id in (${ours})`,
    change: `entry_id in (${ours})`,
    command_log: `entry_id in (${ours})`,
    tally: "$1::uuid is not null and $2::timestamptz is not null and id % 20 = 0",
  }[table];
  // Texts in and texts out: the bare insert converts nothing and decides nothing.
  const { fields, rows } = await client.query({
    text: `select * from ${table} where ${condition}`, values: [authorId, at], rowMode: "array", types: { getTypeParser: () => (text: unknown) => text },
  });
  const kept = fields.map(({ name }, index) => ({ name, index })).filter(({ name }) => !(table === "tally" && name === "id") && !(table === "change" && name !== "province_id" && name !== "audience_id" && name !== "entry_id"));
  return { columns: kept.map(({ name }) => name), values: (rows as unknown[][]).map((row) => kept.map(({ index }) => row[index])) };
}

/** One transaction a batch and one multi-row insert a table, over as many connections as there were people. */
export async function insertBare(url: string, batches: readonly BareBatch[], connections: number): Promise<void> {
  const queue = [...batches];
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      await client.query("begin");
      for (const [table, rows] of batch) await insertMany(client, table, rows);
      await client.query("commit");
    }
    await client.end();
  }));
}

async function insertMany(client: pg.Client, table: string, { columns, values }: Rows): Promise<void> {
  if (values.length === 0) return;
  const places = values.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(",")})`);
  await client.query(`insert into ${table} (${columns.join(",")}) values ${places.join(",")}`, values.flat());
}
