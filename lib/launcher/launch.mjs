import { lanAddresses } from "./addresses.mjs";
import { announce } from "./announce.mjs";
import { ensureBuild, prepareDevelopment } from "./build.mjs";
import { databaseServer, prepareDatabase } from "./database-server.mjs";
import { applicationSettings, readSettings } from "./environment.mjs";
import { startHttps } from "./https/start-https.mjs";
import { freePort, parsePort, requireFreePort } from "./ports.mjs";
import { elapsed, step } from "./progress.mjs";
import { supervise } from "./supervise.mjs";
import { startWebServer } from "./web-server.mjs";

/**
 * Everything after the dependencies are there, in the order in which a person wants to hear of trouble: first what
 * is wrong with the settings, then what takes long.
 *
 * @param {{ fresh: boolean, https: boolean, dev: boolean }} options
 * @param {import("./shutdown.mjs").Shutdown} shutdown learns of everything that is started
 */
export async function launch({ fresh, https, dev }, shutdown) {
  const chosen = readSettings({ dev });
  const port = parsePort(process.env.PORT, 3000);
  const server = await databaseServer(chosen, { fresh });
  await requireFreePort(port);
  const settings = await applicationSettings(chosen);

  await (dev ? prepareDevelopment() : ensureBuild());
  const databaseUrl = await server.start(shutdown);
  await prepareDatabase({ ...chosen, databaseUrl, isOurs: server.isOurs, settings });

  const env = { ...settings, DATABASE_URL: databaseUrl };
  const inner = https ? { port: await freePort(), hostname: "127.0.0.1" } : { port };
  const web = await step("Starting the web server", "Web server started", () => supervise("The web server", () => startWebServer({ ...inner, dev, env })));
  shutdown.add(web.stop);
  const secure = https ? await startHttps({ port, target: inner.port, addresses: lanAddresses() }, shutdown) : undefined;

  await announce({ port, addresses: lanAddresses(), secure, isDemo: chosen.isDemo, took: elapsed(performance.timeOrigin) });
}
