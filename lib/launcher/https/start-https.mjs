import os from "node:os";
import path from "node:path";
import { localCertificate } from "./certificates.mjs";
import { startCertificateServer, startHttpsProxy } from "./proxy.mjs";
import { dataFolder } from "../paths.mjs";
import { freePort, isPortFree } from "../ports.mjs";
import { step } from "../progress.mjs";

/** HTTPS in the local network, and beside it plain HTTP for the certificate that phones have to trust first. */
export function startHttps({ port, target, addresses }, shutdown) {
  return step("Starting HTTPS", "HTTPS started", async () => {
    const names = [...new Set(["localhost", "127.0.0.1", os.hostname().toLowerCase(), ...addresses])];
    const { key, cert, authority, fingerprint } = await localCertificate({ folder: path.join(dataFolder(), "ca"), names });
    const proxy = await startHttpsProxy({ port, target, key, cert });
    shutdown.add(proxy.close);
    const certificatePort = (await isPortFree(port + 1)) ? port + 1 : await freePort();
    const certificates = await startCertificateServer({ port: certificatePort, authority });
    shutdown.add(certificates.close);
    return { certificatePort, fingerprint };
  });
}
