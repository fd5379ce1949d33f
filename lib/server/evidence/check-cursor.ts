import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { Instant } from "@/lib/domain/time/local-date";

/** The last row of a page: proposals come first (0), then the moment of the leader's word or of the verdict. */
export type CheckCursor = { readonly rank: 0 | 1; readonly at: string; readonly id: string };

const Parts = z.tuple([z.enum(["0", "1"]), Instant, Uuid]);

export function encodeCheckCursor({ rank, at, id }: CheckCursor): string {
  return Buffer.from(`${rank}|${at}|${id}`).toString("base64url");
}

/** @returns undefined for what is no cursor: then the list begins at its beginning */
export function decodeCheckCursor(text: string | undefined): CheckCursor | undefined {
  if (!text) return undefined;
  const { success, data } = Parts.safeParse(Buffer.from(text, "base64url").toString().split("|"));
  return success ? { rank: data[0] === "0" ? 0 : 1, at: data[1], id: data[2] } : undefined;
}
