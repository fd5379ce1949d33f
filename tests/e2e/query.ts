import { withConnection } from "../../lib/launcher/database.mjs";
import type { App } from "./app";

/** What the app's database holds. */
export function query<Row extends object>(app: App, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withConnection(app.databaseUrl, async (client) => (await client.query<Row>({ text, values: [...values] })).rows);
}
