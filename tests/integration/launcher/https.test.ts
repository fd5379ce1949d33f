import http from "node:http";
import https from "node:https";
import { mkdtemp, rm, stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { localCertificate } from "../../../lib/launcher/https/certificates.mjs";
import { isPrivate } from "../../../lib/launcher/https/name-constraints.mjs";
import { startHttpsProxy } from "../../../lib/launcher/https/proxy.mjs";
import { temporaryFolder } from "./temporary-folder";

const names = ["localhost", "127.0.0.1", "192.168.1.20"];

let certificate: Awaited<ReturnType<typeof localCertificate>>;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tns-https-"));
  certificate = await localCertificate({ folder, names });
  await rm(folder, { recursive: true });
});

/** A proxy before a server that answers with `listener`. */
async function startPair(listener: http.RequestListener) {
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const target = (server.address() as AddressInfo).port;
  const proxy = await startHttpsProxy({ port: 0, target, ...certificate });
  onTestFinished(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });
  return { port: proxy.port, ca: certificate.authority, server };
}

type Pair = Awaited<ReturnType<typeof startPair>>;

function ask({ port, ca }: Pair, options: https.RequestOptions, body?: Buffer) {
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = https.request({ host: "127.0.0.1", port, ca, ...options }, resolve);
    request.once("error", reject);
    request.end(body);
  });
}

test("the server behind learns who asked and how from the proxy, not from the client", async () => {
  const pair = await startPair((request, response) => response.end(JSON.stringify(request.headers)));
  const claims = { "x-forwarded-for": "8.8.8.8", "x-forwarded-proto": "http", forwarded: "for=8.8.8.8", cookie: "a=1; b=2" };
  const headers = JSON.parse(await text(await ask(pair, { headers: { host: "localhost", ...claims } })));
  expect(headers).toMatchObject({ host: "localhost", "x-forwarded-host": "localhost", "x-forwarded-proto": "https", cookie: "a=1; b=2" });
  expect(headers["x-forwarded-for"]).toMatch(/127\.0\.0\.1$/);
  expect(headers.forwarded).toBeUndefined();
});

test("bodies pass both ways unchanged, several Set-Cookie too", async () => {
  const pair = await startPair((request, response) => {
    response.setHeader("set-cookie", ["a=1; Path=/", "b=2; HttpOnly"]);
    request.pipe(response);
  });
  const sent = Buffer.alloc(3_000_000, "Đức");
  const answer = await ask(pair, { method: "POST" }, sent);
  expect(answer.headers["set-cookie"]).toEqual(["a=1; Path=/", "b=2; HttpOnly"]);
  expect((await buffer(answer)).equals(sent)).toBe(true);
});

test("an answer streams: its beginning arrives before its end exists", async () => {
  let finish = () => {};
  const pair = await startPair((_request, response) => {
    response.write("begin ");
    finish = () => response.end("end");
  });
  const answer = await ask(pair, {});
  const first = await new Promise((resolve) => answer.once("data", resolve));
  expect(String(first)).toBe("begin ");
  finish();
  expect(await text(answer)).toBe("end");
});

test("while the server is starting again there is a clear answer", async () => {
  const pair = await startPair((_request, response) => response.end());
  await new Promise((resolve) => pair.server.close(resolve));
  const answer = await ask(pair, { method: "POST" }, Buffer.alloc(1_000_000));
  expect(answer.statusCode).toBe(502);
  expect(answer.headers["retry-after"]).toBe("2");
});

test("without the authority nobody trusts it", async () => {
  const pair = await startPair((_request, response) => response.end());
  await expect(ask({ ...pair, ca: "" }, {})).rejects.toThrow(/certificate/);
});

test("the certificate is kept, made again for a new address, and its keys are readable by their owner only", async () => {
  const folder = await temporaryFolder();
  const first = await localCertificate({ folder, names });
  expect(await localCertificate({ folder, names })).toEqual(first);
  const moved = await localCertificate({ folder, names: [...names, "10.1.2.3"] });
  expect(moved.cert).not.toBe(first.cert);
  expect(moved.authority).toBe(first.authority);
  const elsewhere = await localCertificate({ folder, names: [...names, "laptop.example"] });
  expect(elsewhere.authority).not.toBe(first.authority); // the old one may not vouch for that name
  for (const key of ["authority.key", "server.key"]) expect((await stat(path.join(folder, key))).mode & 0o777).toBe(0o600);
});

test.each([
  ["192.168.7.9", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["10.0.0.1", true],
  ["11.0.0.1", false],
  ["8.8.8.8", false],
  ["localhost", true],
  ["laptop.local", true],
  ["mylocal", false],
  ["bank.example", false],
])("%s counts as a private name: %s", (name, expected) => {
  expect(isPrivate(name)).toBe(expected);
});
