import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import { RegisterField } from "@/lib/domain/import/record-fields";
import type { RegisterKind } from "@/lib/protocol/imports";
import { SourceUnavailable, type Page, type RegisterSource } from "./register-source";

export type HttpSourceSettings = {
  /** Such as `https://igate.example/api/register`; `/dossiers` and `/accounts` are below it. */
  readonly url: string;
  /** Sent as `Authorization: Bearer`. */
  readonly token: string;
  readonly pageSize: number;
  /** At most so many requests a second. */
  readonly requestsPerSecond: number;
  /** Milliseconds after which a request is given up. */
  readonly patience: number;
  /** Tries of one page before giving up for now. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled before each further one. */
  readonly firstPause: number;
};

export const usualSettings = { pageSize: 1_000, requestsPerSecond: 5, patience: 30_000, tries: 6, firstPause: 1_000 } as const;

/**
 * GET {url}/dossiers?limit=1000&since={cursor} → { "records": [{ "code": "H08.21-260805-0001", … }], "next": "cursor", "more": true }
 *
 * 429 and 503 are waited out (`Retry-After` in seconds or as a date), as are 5xx, silence and pages that can't be read,
 * with pauses that double. Other answers end it at once: trying again would not help.
 */
export function httpSource(settings: HttpSourceSettings): RegisterSource {
  const turn = limiter(settings.requestsPerSecond);
  return {
    async *pull(kind, since) {
      for (let cursor = since, more = true; more; ) {
        const page = await readPage(settings, turn, kind, cursor);
        if (page.more && page.next === cursor) throw new SourceUnavailable("The cursor stands still");
        yield { records: page.records, cursor: page.next } satisfies Page;
        [cursor, more] = [page.next, page.more];
      }
    },
  };
}

const Text = z.pipe(z.union([z.string(), z.number(), z.boolean(), z.null()]), z.transform((value) => (value === null ? "" : String(value))));
const PageAnswer = z.object({ records: z.array(z.partialRecord(RegisterField, Text)).check(z.maxLength(10_000)), next: z.string().check(z.minLength(1)), more: z.boolean() });
type PageAnswer = z.infer<typeof PageAnswer>;

async function readPage(settings: HttpSourceSettings, turn: () => Promise<void>, kind: RegisterKind, cursor: string | undefined): Promise<PageAnswer> {
  for (let tried = 1; ; tried++) {
    await turn();
    const asked = await ask(settings, kind, cursor);
    if ("page" in asked) return asked.page;
    if (asked.isFinal || tried >= settings.tries) throw new SourceUnavailable(asked.problem);
    await pause(asked.waitFor ?? settings.firstPause * 2 ** (tried - 1));
  }
}

type Asked = { readonly page: PageAnswer } | { readonly problem: string; readonly isFinal: boolean; readonly waitFor?: number | undefined };

async function ask({ url, token, pageSize, patience }: HttpSourceSettings, kind: RegisterKind, cursor: string | undefined): Promise<Asked> {
  const query = new URLSearchParams({ limit: String(pageSize), ...(cursor === undefined ? {} : { since: cursor }) });
  try {
    const answer = await fetch(`${url.replace(/\/$/, "")}/${paths[kind]}?${query}`, {
      headers: { accept: "application/json", authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(patience), redirect: "error",
    });
    const text = await answer.text();
    if (!answer.ok) {
      const isFinal = answer.status < 500 && answer.status !== 429 && answer.status !== 408;
      return { problem: `HTTP ${answer.status}`, isFinal, waitFor: waitFor(answer.headers.get("retry-after")) };
    }
    const page = PageAnswer.safeParse(JSON.parse(text));
    return page.success ? { page: page.data } : { problem: "A page has another shape", isFinal: false };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? "A page is no JSON" : "No answer", isFinal: false };
  }
}

const paths: Record<RegisterKind, string> = { dossier: "dossiers", account: "accounts" };

/** Milliseconds; at most ten minutes, whatever the other side says. */
function waitFor(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), 600_000);
}

/** Lets requests through one after the other, no faster than that. */
function limiter(requestsPerSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + 1_000 / requestsPerSecond;
    if (at > now) await pause(at - now);
  };
}
