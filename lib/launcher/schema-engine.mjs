import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Prisma's official schema engine as WebAssembly. The usual engine is a program that is downloaded when it
 * is first needed, which fails in closed networks; this one comes from npm like every other dependency.
 */
export async function openSchemaEngine(databaseUrl, { schema } = {}) {
  await loadEngine();
  const factory = connectionFactory(databaseUrl);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = schema && [[schema.path, schema.content]];
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bound);
  return { engine, close: () => factory.close() };
}

let loaded;
function loadEngine() {
  return (loaded ??= instantiateEngine());
}

async function instantiateEngine() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => void (lastPanic = message) };
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

let lastPanic;
export const takePanic = () => {
  const panic = lastPanic;
  lastPanic = undefined;
  return panic;
};

/**
 * Prisma's own adapter for PostgreSQL with two changes: a script goes to the server whole (the adapter cuts
 * it at every semicolon, which breaks functions and loses atomicity), and the shadow database is really
 * another database, dropped after its connections are closed.
 */
function connectionFactory(databaseUrl) {
  const config = connectionConfig(databaseUrl);
  const open = [];

  async function connectTo(database, afterwards = () => {}) {
    const adapter = await new PrismaPg({ ...config, database }).connect();
    const endConnections = adapter.dispose.bind(adapter);
    adapter.dispose = once(() => endConnections().then(afterwards));
    adapter.executeScript = (script) => adapter.underlyingDriver().query(script).then(() => {}, (error) => adapter.onError(error));
    readSingleCharacters(adapter);
    open.push(adapter);
    return adapter;
  }

  async function connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`;
    const admin = await connectTo(config.database);
    await admin.executeScript(`CREATE DATABASE "${name}"`);
    return connectTo(name, () => admin.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`).then(admin.dispose));
  }

  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo(config.database),
    connectToShadowDb,
    close: () => Promise.all(open.reverse().map((adapter) => adapter.dispose())),
  };
}

// The adapter does not know PostgreSQL's internal one-byte "char", with which the catalogue names kinds of constraints.
function readSingleCharacters(adapter) {
  const charOid = 18;
  const textOid = 25;
  adapter.queryRaw = async (query) => {
    const characters = [];
    const performIO = async (io) => {
      const result = await adapter.performIO(io);
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== charOid) return;
        field.dataTypeID = textOid;
        characters.push(index);
      });
      return result;
    };
    const reader = Object.create(adapter, { performIO: { value: performIO } });
    const result = await Object.getPrototypeOf(adapter).queryRaw.call(reader, query);
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

function once(run) {
  let result;
  return () => (result ??= run());
}

// With a connection string, pg would ignore the `database` that is given beside it.
function connectionConfig(databaseUrl) {
  const { user, password, host, port, database, ssl } = new pg.Client({ connectionString: databaseUrl }).connectionParameters;
  return { user, password, host, port, database, ssl, connectionTimeoutMillis: 10_000 };
}
