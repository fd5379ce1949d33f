import { Agent, request } from "node:http";
import type { Batch } from "./batches";

/** Sends all batches, one at a time per person, as phones do; fails unless every session is accepted. */
export async function send(origin: string, batches: readonly Batch[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const cookies = [...new Set(batches.map(({ cookie }) => cookie))];
  await Promise.all(cookies.map(async (cookie) => {
    for (const batch of batches) if (batch.cookie === cookie) await post(`${origin}/api/commands`, batch, agent);
  }));
  agent.destroy();
}

async function post(url: string, { cookie, body }: Batch, agent: Agent): Promise<void> {
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), cookie };
    const outgoing = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks).toString()));
    });
    outgoing.on("error", reject).end(body);
  });
  const { verdicts } = JSON.parse(text) as { verdicts?: { verdict: string; status?: string }[] };
  if (!verdicts?.every(({ verdict, status }) => verdict === "accepted" && status === "submitted")) throw new Error(text.slice(0, 300));
}
