import pg from "pg";
import { loadGuides } from "./demo/guide-files";

/** `npm run db:load-guides`: gives every province of the database the guides that it doesn't have yet. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query("begin");
const { rows } = await client.query<{ id: string; name: string }>("select id, name from province order by name");
for (const { id, name } of rows) {
  await client.query("select set_config('app.province', $1, true)", [id]);
  const loaded = await loadGuides(client, id);
  console.log(`${name}: ${loaded.length === 0 ? "nothing to load" : loaded.join(", ")}`);
}
await client.query("commit");
await client.end();
