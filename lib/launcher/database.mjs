import pg from "pg";
import { Failure } from "./failure.mjs";

/**
 * Runs `use` with one connection. Not reaching the server is a Failure that never shows the password.
 *
 * @template T
 * @param {string} databaseUrl
 * @param {(client: import("pg").Client) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withConnection(databaseUrl, use) {
  const client = await connect(databaseUrl);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * @param {import("pg").Client} client
 * @param {string} name
 * @returns {Promise<boolean>}
 */
export function databaseExists(client, name) {
  return client.query("SELECT FROM pg_database WHERE datname = $1", [name]).then(({ rowCount }) => rowCount === 1);
}

/**
 * The same server, another database.
 *
 * @param {string} databaseUrl
 * @param {string} name
 */
export function withDatabase(databaseUrl, name) {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function connect(databaseUrl) {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new Failure("DATABASE_URL is not a PostgreSQL address: it looks like postgresql://user:password@host:5432/database.");
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query that is under way fails and says why
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new Failure(unreachable(new URL(databaseUrl), error));
  }
}

function unreachable(url, error) {
  const place = `${url.hostname || "localhost"}:${url.port || 5432}`;
  if (error.code === "28P01" || error.code === "28000") return `The database at ${place} refuses the user or password of DATABASE_URL.`;
  if (error.code === "3D000") return `The database "${url.pathname.slice(1)}" does not exist at ${place}: create it or correct DATABASE_URL.`;
  const reason = error.code ?? error.message;
  return `The database at ${place} can't be reached (${reason}): check DATABASE_URL and that the server runs.`;
}
