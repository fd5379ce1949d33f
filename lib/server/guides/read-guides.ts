import "server-only";
import type { Guide } from "@/lib/domain/guide/guide";
import type { Actor } from "@/lib/domain/people/actor";
import type { GuidesResponse } from "@/lib/protocol/guides";
import { withActor } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

/** The guides in use, in their order, and the digest of them all. */
export function readGuides(actor: Actor): Promise<Pick<GuidesResponse, "version" | "guides">> {
  return withActor(actor, async (tx) => {
    // First, so that a change in between makes the version too old, never too new: then it is asked for again.
    const [{ version }] = await tx.$queryRaw<[{ version: string }]>`select (${guidesDigest}) as version`;
    const guides = await tx.$queryRaw<Guide[]>`select slug, version, title, markdown from ${inUse} order by sort_order, slug`;
    return { version, guides };
  });
}

/**
 * A guide whose newest version is retired is in use no more, whatever its older versions say. A phone keeps
 * them all, so there is a bound.
 */
const inUse = Prisma.sql`(
  select * from (select distinct on (slug) * from guide order by slug, version desc) newest
  where not retired order by sort_order, slug limit 200
) in_use`;

/** The digest alone, which every answer of the feed carries: so it is made where the texts are. */
export const guidesDigest = Prisma.sql`
  select coalesce(md5(string_agg(concat_ws(' ', slug, version, md5(title), md5(markdown)), ',' order by sort_order, slug)), 'none') from ${inUse}`;
