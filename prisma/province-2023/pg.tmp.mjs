import { randomBytes } from "node:crypto"; import { rm } from "node:fs/promises"; import { spawn } from "node:child_process"; import { cpSync } from "node:fs";
import { migrate } from "../../lib/launcher/migrate.mjs"; import { startPostgres } from "../../lib/launcher/postgres.mjs";
const dataDir = "/tmp/tns-p23-run"; await rm(dataDir, { recursive: true, force: true });
const postgres = await startPostgres({ dataDir });
const env = { ...process.env, DATABASE_URL: postgres.url, NODE_ENV: "production", DEMO: "1" };
for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) env[name] = randomBytes(32).toString("base64");
try { await migrate(postgres.url);
  if (process.env.EXPLAIN) { const pg = (await import("pg")).default; const c = new pg.Client({ connectionString: postgres.url }); await c.connect(); for (const x of ["alter system set session_preload_libraries = 'auto_explain'", `alter system set auto_explain.log_min_duration = ${process.env.EXPLAIN}`, "alter system set auto_explain.log_analyze = on", "alter system set auto_explain.log_timing = off", "alter system set auto_explain.log_nested_statements = on", "alter system set auto_explain.log_parameter_max_length = 100", "select pg_reload_conf()"]) await c.query(x); await c.end(); }
  if (process.env.OWNS) { const pg = (await import("pg")).default; const c = new pg.Client({ connectionString: postgres.url }); await c.connect(); await c.query((await import("node:fs")).readFileSync(process.env.OWNS, "utf8")); await c.end(); }
  const child = spawn(process.execPath, ["--conditions=react-server", ...(process.env.SEMI ? ["--max-semi-space-size=" + process.env.SEMI] : []), ...(process.env.PROF ? ["--cpu-prof", "--cpu-prof-dir=/tmp/p23prof"] : []), "--import", "tsx", process.argv[2]], { env, stdio: "inherit" });
  await new Promise((r) => child.on("close", r));
} finally { await postgres.stop(); if (process.env.EXPLAIN) cpSync(dataDir + "/server.log", "/tmp/p23-server.log"); }
