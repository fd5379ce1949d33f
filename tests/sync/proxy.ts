import { once } from "node:events";
import net, { type AddressInfo, type Socket } from "node:net";
import type { Random } from "./random";

/**
 * A bad network: a TCP proxy that passes one request per connection and, as the seed says, cuts, repeats,
 * holds back, truncates, or answers by itself.
 */
export type Proxy = {
  readonly origin: string;
  /** From 0, nothing happens, to 1, something happens to every request. */
  setTrouble(probability: number): void;
  /** Lets through what was held back, in another order than it came. */
  release(): Promise<void>;
  close(): Promise<void>;
};

type Trouble =
  | "cutBefore" | "cutAfter" | "cutMeanwhile" | "cutInRequest" | "holdBack" | "repeat" | "slow"
  | "truncate" | "truncateQuietly" | "notSignedIn" | "tooLarge" | "tooMany" | "fault" | "captivePortal" | "redirect" | "portalAfter";

const troubles: readonly Trouble[] = [
  "cutBefore", "cutAfter", "cutAfter", "cutMeanwhile", "cutMeanwhile", "cutInRequest", "holdBack", "holdBack", "repeat", "repeat", "slow",
  "truncate", "truncateQuietly", "notSignedIn", "tooLarge", "tooMany", "fault", "captivePortal", "redirect", "portalAfter",
];

export async function startProxy(serverPort: () => number, random: Random): Promise<Proxy> {
  const held: Buffer[] = [];
  const open = new Set<Socket>();
  let probability = 0;

  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    void readRequest(socket)
      .then((request) => pass(request, socket))
      .catch(() => socket.destroy());
  });

  const ask = (request: Buffer) => forward(request, serverPort(), open);

  const pass = async (request: Buffer, socket: Socket): Promise<void> => {
    const trouble = random.chance(probability) ? random.pick(troubles) : undefined;
    switch (trouble) {
      case undefined:
        return void socket.end(await ask(request));
      case "cutBefore":
        return void socket.destroy();
      case "cutAfter":
        await ask(request);
        return void socket.destroy();
      case "cutMeanwhile":
        socket.destroy();
        return void (await ask(request));
      case "cutInRequest":
        await forward(request.subarray(0, random.below(request.length)), serverPort(), open, true);
        return void socket.destroy();
      case "holdBack":
        held.push(request);
        return void socket.destroy();
      case "repeat": {
        const answers = await Promise.all([ask(request), ask(request)]);
        return void socket.end(random.pick(answers));
      }
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, random.below(8)));
        return void socket.end(await ask(request));
      case "truncate": {
        const answer = await ask(request);
        return void socket.end(answer.subarray(0, random.below(answer.length)));
      }
      case "truncateQuietly":
        return void socket.end(shorten(await ask(request), random));
      case "portalAfter":
        await ask(request);
        return void socket.end(ownAnswers.captivePortal());
      default:
        return void socket.end(ownAnswers[trouble]());
    }
  };

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTrouble: (next) => void (probability = next),
    release: async () => {
      while (held.length > 0) {
        const [request] = held.splice(random.below(held.length), 1);
        await ask(request!).catch(() => undefined);
      }
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function readRequest(socket: Socket): Promise<Buffer> {
  let data = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    data = Buffer.concat([data, chunk]);
    const end = data.indexOf("\r\n\r\n");
    if (end === -1) continue;
    const length = Number(/^content-length: *(\d+)/im.exec(data.subarray(0, end).toString("latin1"))?.[1] ?? 0);
    if (data.length >= end + 4 + length) return withoutKeepAlive(data, end);
  }
  throw new Error("The request ended early");
}

function withoutKeepAlive(request: Buffer, headEnd: number): Buffer {
  const head = request.subarray(0, headEnd).toString("latin1").replace(/^connection:.*$/im, "connection: close");
  return Buffer.concat([Buffer.from(head, "latin1"), request.subarray(headEnd)]);
}

/** @param leave ends the connection after writing, without an answer */
function forward(request: Buffer, port: number, open: Set<Socket>, leave = false): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const upstream = net.connect(port, "127.0.0.1", () => upstream.write(request, () => leave && upstream.destroy()));
    open.add(upstream);
    upstream.on("data", (chunk: Buffer) => chunks.push(chunk));
    upstream.on("error", reject);
    upstream.on("close", () => {
      open.delete(upstream);
      const answer = Buffer.concat(chunks);
      if (leave || answer.length > 0) resolve(answer);
      else reject(new Error("The server gave no answer"));
    });
  });
}

/** A body that was cut, under a head that says it is whole. */
function shorten(answer: Buffer, random: Random): Buffer {
  const end = answer.indexOf("\r\n\r\n") + 4;
  const kept = random.below(Math.max(1, answer.length - end));
  const head = answer.subarray(0, end).toString("latin1").replace(/^(content-length|transfer-encoding):.*\r\n/gim, "");
  const body = answer.subarray(end, end + kept);
  return Buffer.concat([Buffer.from(head.replace(/\r\n\r\n$/, `\r\ncontent-length: ${body.length}\r\n\r\n`), "latin1"), body]);
}

const ourRefusal = (code: string) => JSON.stringify({ marker: "tinh-nguyen-so", protocol: 1, error: { code } });

const ownAnswers = {
  notSignedIn: () => answer("401 Unauthorized", ourRefusal("notSignedIn"), "application/json"),
  tooLarge: () => answer("413 Content Too Large", "<h1>413</h1>", "text/html"),
  tooMany: () => answer("429 Too Many Requests", "slow down", "text/plain", "retry-after: 7\r\n"),
  fault: () => answer("500 Internal Server Error", "<h1>500</h1>", "text/html"),
  captivePortal: () => answer("200 OK", "<html><body>Mời đăng nhập Wi-Fi</body></html>", "text/html"),
  redirect: () => answer("302 Found", "", "text/html", "location: http://wifi.example/login\r\n"),
};

function answer(status: string, body: string, type: string, more = ""): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(`HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\nconnection: close\r\n${more}\r\n${body}`);
}
