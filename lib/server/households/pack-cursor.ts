import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/**
 * How far a phone has read a pack: everything that changed below `from`, and of the rest what lies before `after`
 * while the pages of one reading go on. `next` is where the reading after this one begins.
 */
export type PackPosition = { readonly from: string; readonly next: string; readonly after?: { readonly xid: string; readonly id: string } };

/** Which pack: of whom, of which campaign and hamlets, in which life of the database. */
export type Pack = { readonly epoch: string; readonly personId: string; readonly campaignId: string; readonly areaIds: readonly string[] };

/** Opaque for phones and authenticated, so a position that was made up is never asked of the database. */
export function writePackCursor(pack: Pack, { from, next, after }: PackPosition): string {
  const text = JSON.stringify([digestOf(pack), from, next, after?.xid ?? "", after?.id ?? ""]);
  return `${Buffer.from(text).toString("base64url")}.${keyedHash("cursor", text).toString("base64url")}`;
}

/** @returns undefined for a cursor that is not of this pack, or not of ours at all */
export function readPackCursor(pack: Pack, cursor: string): PackPosition | undefined {
  const [encoded = "", digest = ""] = cursor.split(".");
  const text = Buffer.from(encoded, "base64url").toString("utf8");
  if (!isSame(Buffer.from(digest, "base64url"), keyedHash("cursor", text))) return undefined;
  const contents = Contents.safeParse(JSON.parse(text));
  if (!contents.success) return undefined; // of the feed: it has another shape
  const [known, from, next, xid, id] = contents.data;
  if (known !== digestOf(pack)) return undefined;
  return { from, next, ...(xid ? { after: { xid, id } } : {}) };
}

const Digits = z.string().check(z.regex(/^\d{1,20}$/));
const Contents = z.tuple([z.string(), Digits, Digits, z.string(), z.string()]);

function digestOf({ epoch, personId, campaignId, areaIds }: Pack): string {
  return createHash("sha256").update(JSON.stringify([epoch, personId, campaignId, [...new Set(areaIds)].sort()])).digest("base64url");
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
