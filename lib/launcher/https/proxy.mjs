import http from "node:http";
import https from "node:https";
import { pipeline } from "node:stream";

/**
 * Answers over HTTPS and passes requests on to the web server on 127.0.0.1, streaming both ways. Like every
 * outermost proxy it says itself who asked and how, whatever the client claims.
 *
 * @param {{ port: number, target: number, key: string, cert: string }} options
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export function startHttpsProxy({ port, target, key, cert }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  const server = https.createServer({ key, cert, minVersion: "TLSv1.2" });
  server.on("request", (request, response) => forward(request, response, { target, agent }));
  server.on("upgrade", (request, socket, head) => tunnel(request, socket, head, target));
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 0; // slow uploads are the application's to judge
  return listen(server, port, () => agent.destroy());
}

/** Serves the authority's certificate, which a phone has to get before it can use HTTPS. */
export function startCertificateServer({ port, authority }) {
  const server = http.createServer((request, response) => {
    response.writeHead(200, {
      "content-type": "application/x-x509-ca-cert",
      "content-disposition": 'attachment; filename="tinh-nguyen-so.crt"',
      "cache-control": "no-store",
    });
    response.end(request.method === "HEAD" ? undefined : authority);
  });
  return listen(server, port);
}

function forward(request, response, { target, agent }) {
  const upstream = http.request({ host: "127.0.0.1", port: target, method: request.method, path: request.url, headers: forwardedHeaders(request), agent });
  upstream.once("response", (answer) => {
    response.writeHead(answer.statusCode, answer.statusMessage, withoutHopHeaders(answer.headers));
    pipeline(answer, response, () => {});
  });
  upstream.once("error", () => {
    if (response.headersSent) return response.destroy();
    response.writeHead(502, { "content-type": "text/plain; charset=utf-8", "retry-after": "2" });
    response.end("The server is starting again.\n");
  });
  response.once("close", () => upstream.destroy());
  request.pipe(upstream);
}

// The development server's live updates.
function tunnel(request, socket, head, target) {
  const upstream = http.request({ host: "127.0.0.1", port: target, path: request.url, headers: { ...forwardedHeaders(request), connection: "upgrade", upgrade: request.headers.upgrade } });
  upstream.once("upgrade", (answer, other, rest) => {
    const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join("")}\r\n`);
    if (rest.length > 0) socket.write(rest);
    if (head.length > 0) other.write(head);
    pipeline(socket, other, socket, () => {});
  });
  upstream.once("response", () => socket.destroy());
  upstream.once("error", () => socket.destroy());
  socket.once("error", () => upstream.destroy());
  upstream.end();
}

function forwardedHeaders(request) {
  return {
    ...withoutHopHeaders(request.headers),
    "x-forwarded-for": request.socket.remoteAddress,
    "x-forwarded-host": request.headers.host,
    "x-forwarded-port": String(request.socket.localPort),
    "x-forwarded-proto": "https",
  };
}

// Headers of one connection, not of the message (RFC 9110, 7.6.1); `forwarded` could contradict what we say.
const hopHeaders = new Set(["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "forwarded"]);

function withoutHopHeaders(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopHeaders.has(name)));
}

/** @returns {Promise<{ port: number, close: () => Promise<void> }>} */
function listen(server, port, afterwards = () => {}) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve({ port: server.address().port, close: () => close(server).then(afterwards) }));
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
