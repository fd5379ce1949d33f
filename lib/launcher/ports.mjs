import net from "node:net";
import { Failure } from "./failure.mjs";

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Fails with a sentence when a server could not listen on the port of every address. */
export async function requireFreePort(port) {
  const code = await tryListening(port);
  if (code === undefined) return;
  if (code === "EADDRINUSE") {
    throw new Failure(`Port ${port} is already in use: stop the other program or choose another port, for example PORT=${port + 1} npm start.`);
  }
  if (code === "EACCES") throw new Failure(`Port ${port} needs administrator rights: choose a port above 1023, for example PORT=3000 npm start.`);
  throw new Failure(`Port ${port} can't be used (${code}): choose another port, for example PORT=3000 npm start.`);
}

export const isPortFree = (port) => tryListening(port).then((code) => code === undefined);

/** @param {string | undefined} text */
export function parsePort(text, otherwise) {
  if (!text) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`PORT must be a number from 1 to 65535; it is "${text}".`);
}

function tryListening(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
