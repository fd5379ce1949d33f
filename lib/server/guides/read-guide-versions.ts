import "server-only";
import { canEditGuides } from "@/lib/domain/guide/edit-permission";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { GuideVersion } from "@/lib/protocol/guides";
import { withActor } from "@/lib/server/database/with-actor";

/** The newest version of every guide, retired ones last. Undefined for who may not edit them. */
export async function readNewestVersions(actor: Actor, now: string): Promise<GuideVersion[] | undefined> {
  if (!canEditGuides(actor, localDateOf(now))) return undefined;
  const rows = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select newest.slug, version, title, markdown, retired, edited_at as "editedAt", app_user.name as "editedBy" from (
      select distinct on (slug) * from guide order by slug, version desc
    ) newest left join app_user on app_user.id = newest.edited_by_id
    order by retired, sort_order, newest.slug limit 200`);
  return rows.map(versionOf);
}

/** All versions of a guide, newest first; undefined when there is none, or not for this person. */
export async function readGuideHistory(actor: Actor, slug: string, now: string): Promise<[GuideVersion, ...GuideVersion[]] | undefined> {
  if (!canEditGuides(actor, localDateOf(now))) return undefined;
  const rows = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select slug, version, title, markdown, retired, edited_at as "editedAt", app_user.name as "editedBy"
    from guide left join app_user on app_user.id = guide.edited_by_id
    where slug = ${slug} order by version desc limit 100`);
  const [newest, ...older] = rows.map(versionOf);
  return newest && [newest, ...older];
}

type Row = Omit<GuideVersion, "editedAt"> & { readonly editedAt: Date };

const versionOf = (row: Row): GuideVersion => ({ ...row, editedAt: row.editedAt.toISOString() });
