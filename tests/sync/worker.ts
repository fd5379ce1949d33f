import { closeDatabase } from "@/lib/server/database/client";
import { serveHandlers } from "@/tests/setup/http-server";
import { runSchedules } from "./run-schedules";
import type { FromWorker, WorkerTask } from "./run-in-processes";
import { createWorld, useServerEnvironment } from "./world";

/** A process of its own with the handlers and the phones; started by `runInProcesses`. */
const { databaseUrl, seeds } = JSON.parse(process.argv[2] ?? "") as WorkerTask;

useServerEnvironment(databaseUrl);
const server = await serveHandlers();
const world = await createWorld(databaseUrl, () => server.port);
const totals = await runSchedules({ seeds, world, report: (line) => tell({ line }) });
tell({ totals });
await world.close();
await server.close();
await closeDatabase();
process.disconnect?.();

function tell(message: FromWorker): void {
  process.send?.(message);
}
