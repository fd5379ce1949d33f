import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { makeSessionCookie } from "@/tests/factories/session";
import type { Role } from "@/lib/domain/people/actor";
import { loadDefinitions } from "@/prisma/demo/definitions";
import { insertRows } from "@/prisma/demo/insert-rows";

/** What schedules run against: a database with one team, and whatever serves the handlers over it. */
export type World = {
  readonly unitId: string;
  serverPort(): number;
  addPerson(role: Role): Promise<TestPerson>;
  /** The person no longer works here: what their phones hold still arrives, into quarantine. */
  deactivate(personId: string): Promise<void>;
  /** Entries of people as they are committed now. Survives a database that is being restarted. */
  committed(authorIds: readonly string[]): Promise<CommittedEntry[]>;
  /**
   * Ends when the feed may tell everything that is committed now: it tells nothing that is younger than the oldest
   * transaction at work, in whichever database of the server.
   */
  nobodyAtWork(): Promise<void>;
  /** Kills a part of the server and starts it again; absent where only the network is bad. */
  readonly crash?: { server(): Promise<void>; database(): Promise<void> };
  close(): Promise<void>;
};

export type TestPerson = { readonly id: string; readonly cookie: string };

export type CommittedEntry = {
  readonly id: string;
  readonly authorId: string;
  readonly status: string;
  readonly version: number;
  readonly happenedAt: string;
};

/** Points this process's server code at the database, with secrets of its own. */
export function useServerEnvironment(databaseUrl: string): void {
  process.env.DATABASE_URL = databaseUrl;
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] ??= randomBytes(32).toString("base64");
}

export async function createWorld(
  databaseUrl: string,
  serverPort: () => number,
  { crash, ready = async () => {} }: { crash?: World["crash"]; ready?: () => Promise<void> } = {},
): Promise<World> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  pool.on("error", () => {}); // a killed database: the next query opens a new connection
  const provinceId = randomUUID();
  pool.on("connect", (client) => void client.query("select set_config('app.province', $1, false)", [provinceId]).catch(() => {}));
  const [province, team] = [randomUUID(), randomUUID()];
  const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => withClient(pool, ready, work);
  await asOwner(async (client) => {
    await insertRows(client, "province", [{ id: provinceId, code: "52", name: "Bình Định", feed_epoch: randomUUID() }]);
    await insertRows(client, "unit", [unit(province, "province", "Tỉnh đoàn"), unit(team, "team", "Đội xã Phước Lộc")]);
    await insertRows(client, "unit_parent", [{ province_id: provinceId, unit_id: team, parent_id: province, valid_from: "2022-05-01" }]);
    await client.query("select refresh_unit_ancestors()");
    await loadDefinitions(client, provinceId);
  });
  return {
    unitId: team,
    serverPort,
    addPerson: (role) => asOwner((client) => insertPerson(client, role)),
    deactivate: async (personId) =>
      void (await asOwner((client) =>
        client.query("update app_user set disabled_at = now(), session_version = session_version + 1 where id = $1 and disabled_at is null", [personId]),
      )),
    committed: (authorIds) =>
      asOwner(async (client) => {
        const { rows } = await client.query<Omit<CommittedEntry, "happenedAt"> & { happenedAt: Date }>(
          `select id, author_id as "authorId", status::text, version, happened_at as "happenedAt" from entry where author_id = any ($1)`,
          [authorIds],
        );
        return rows.map((row) => ({ ...row, happenedAt: row.happenedAt.toISOString() }));
      }),
    nobodyAtWork: () =>
      asOwner(async (client) => {
        const { rows: [begun] } = await client.query<{ at: string }>("select pg_current_xact_id()::text as at");
        const isOver = "select pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8 as over";
        while (!(await client.query<{ over: boolean }>(isOver, [begun!.at])).rows[0]?.over) continue;
      }),
    ...(crash ? { crash } : {}),
    close: () => pool.end(),
  };

  function unit(id: string, kind: string, name: string) {
    return { id, province_id: provinceId, kind, name, sort_order: 0, valid_from: "2022-05-01" };
  }

  async function insertPerson(client: pg.Client, role: Role): Promise<TestPerson> {
    const id = randomUUID();
    await insertRows(client, "app_user", [{
      id, province_id: provinceId, login: `${role}.${id}`, name: "Lê Thị Hoa", password_hash: "-",
      must_change_password: false, session_version: 1, created_at: new Date(),
    }]);
    await insertRows(client, "role_assignment", [{ id: randomUUID(), province_id: provinceId, user_id: id, role, unit_id: team, valid_from: "2022-05-01" }]);
    return { id, cookie: await makeSessionCookie(client, id) };
  }
}

async function withClient<T>(pool: pg.Pool, ready: () => Promise<void>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    await ready();
    try {
      const client = await pool.connect();
      let isBroken = true;
      try {
        const result = await work(client as unknown as pg.Client);
        isBroken = false;
        return result;
      } finally {
        client.release(isBroken);
      }
    } catch (cause) {
      if (tries === 50 || !isLostConnection(cause)) throw cause;
    }
  }
}

function isLostConnection(cause: unknown): boolean {
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  return /^(57P|08|ECONN)/.test(code) || /Connection terminated|timeout/i.test(message);
}
