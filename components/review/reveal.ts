import { RevealResponse, type RevealableField } from "@/lib/protocol/reveal";

/** Asks for a masked field. undefined: not shown, for whatever reason. */
export async function reveal(entryId: string, field: RevealableField): Promise<RevealResponse["values"] | undefined> {
  const answer = await fetch("/api/reveal", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ entryId, fields: [field] }),
    cache: "no-store",
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  return RevealResponse.safeParse(body).data?.values;
}
