import "server-only";
import { timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/** How far a phone has read: after this change, in the order of (xid, sequence). */
export type Position = { readonly xid: string; readonly sequence: string };

/** Whose feed in which life of the database; a restored backup begins another one. */
export type Feed = { readonly epoch: string; readonly personId: string };

export const beginning: Position = { xid: "0", sequence: "0" };

/** Opaque for phones and authenticated, so a position that was made up is never asked of the database. */
export function writeCursor({ epoch, personId }: Feed, { xid, sequence }: Position): string {
  const text = JSON.stringify([epoch, personId, xid, sequence]);
  return `${Buffer.from(text).toString("base64url")}.${keyedHash("cursor", text).toString("base64url")}`;
}

/** @returns undefined for a cursor that is not of this feed, or not of ours at all */
export function readCursor(feed: Feed, cursor: string): Position | undefined {
  const [encoded = "", digest = ""] = cursor.split(".");
  const text = Buffer.from(encoded, "base64url").toString("utf8");
  if (!isSame(Buffer.from(digest, "base64url"), keyedHash("cursor", text))) return undefined;
  const [epoch, personId, xid, sequence] = Contents.parse(JSON.parse(text));
  return epoch === feed.epoch && personId === feed.personId ? { xid, sequence } : undefined;
}

const Digits = z.string().check(z.regex(/^\d{1,20}$/));
const Contents = z.tuple([z.string(), z.string(), Digits, Digits]);

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
