import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withConnection, withDatabase } from "@/lib/launcher/database.mjs";
import { migrate } from "@/lib/launcher/migrate.mjs";
import { freePort } from "@/lib/launcher/ports.mjs";
import { startPostgres } from "@/lib/launcher/postgres.mjs";
import { serverProcessArguments } from "./run-in-processes";
import { createWorld, useServerEnvironment, type World } from "./world";

/**
 * A world whose server process and whose PostgreSQL end by SIGKILL in the middle of traffic, and start again
 * on the same data.
 */
export async function createMortalWorld(): Promise<World> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-crash-"));
  let postgres = await startPostgres({ dataDir });
  await withConnection(postgres.url, (client) => client.query("create database crash"));
  const databaseUrl = withDatabase(postgres.url, "crash");
  await migrate(databaseUrl);
  useServerEnvironment(databaseUrl);
  const port = await freePort();
  let server = await startServer(port);
  let isClosing = false;
  let restarting: Promise<void> = Promise.resolve();

  const afterwards = (work: () => Promise<void>) => (restarting = restarting.then(work));
  const keepAlive = () => {
    server.once("exit", () => void (isClosing || afterwards(restartServer)));
  };
  const restartServer = async () => {
    if (!isDown(server)) return;
    server = await startServer(port);
    keepAlive();
  };
  keepAlive();

  const world = await createWorld(databaseUrl, () => port, {
    ready: () => restarting,
    crash: {
      server: async () => {
        await restarting;
        if (!isDown(server)) {
          server.kill("SIGKILL");
          await once(server, "exit");
        }
        await restarting;
      },
      database: () =>
        afterwards(async () => {
          await postgres.kill();
          postgres = await startPostgres({ dataDir, port: postgres.port });
        }),
    },
  });
  return {
    ...world,
    close: async () => {
      isClosing = true;
      await restarting;
      server.kill("SIGKILL");
      await world.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function isDown({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function startServer(port: number): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("server-process.ts", import.meta.url)), [String(port)], {
    execArgv: serverProcessArguments,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await Promise.race([once(child, "message"), once(child, "exit").then(([code]) => Promise.reject(new Error(`The server ended with ${code}`)))]);
  return child;
}
