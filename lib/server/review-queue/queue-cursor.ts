import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { Instant } from "@/lib/domain/time/local-date";

/** The last entry of a page: the next one begins behind it, wherever new entries have come in meanwhile. */
export type QueueCursor = { readonly receivedAt: string; readonly id: string };

const Parts = z.tuple([Instant, Uuid]);

export function encodeCursor({ receivedAt, id }: QueueCursor): string {
  return Buffer.from(`${receivedAt}|${id}`).toString("base64url");
}

/** @returns undefined for what is no cursor: then the list begins at its beginning */
export function decodeCursor(text: string | undefined): QueueCursor | undefined {
  if (!text) return undefined;
  const parts = Parts.safeParse(Buffer.from(text, "base64url").toString().split("|"));
  return parts.success ? { receivedAt: parts.data[0], id: parts.data[1] } : undefined;
}
