import "server-only";
import { checkGuide, isGuideSlug } from "@/lib/domain/guide/check-guide";
import { canEditGuides } from "@/lib/domain/guide/edit-permission";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { SaveGuideRequest } from "@/lib/protocol/guides";
import { failureOf } from "@/lib/server/database/failure";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";

type Saved = { readonly slug: string; readonly version: number };

/**
 * Adds the next version of a guide. Refuses with `forbidden`, with what `checkGuide` finds, with `guideExists`
 * for a new guide whose name is taken, and with `versionConflict` when somebody was faster.
 */
export async function saveGuide(actor: Actor, asked: SaveGuideRequest, now: string): Promise<Result<Saved, Refusal>> {
  if (!canEditGuides(actor, localDateOf(now))) return err({ code: "forbidden" });
  const [refusal] = checkGuide(asked);
  if (refusal) return err(refusal);
  if (!isGuideSlug(asked.slug)) return err({ code: "malformed", field: "title" });
  try {
    return await withActor(actor, (tx) => addVersion(tx, actor, asked, now));
  } catch (error) {
    // Two editors at the same moment: the second one's version number was just taken.
    if (failureOf(error) === "retry") return err({ code: "versionConflict" });
    throw error;
  }
}

async function addVersion(tx: Transaction, actor: Actor, asked: SaveGuideRequest, now: string): Promise<Result<Saved, Refusal>> {
  const { slug, expectedVersion, markdown, retired } = asked;
  const [newest] = await tx.$queryRaw<{ version: number; sortOrder: number }[]>`
    select version, sort_order as "sortOrder" from guide where slug = ${slug} order by version desc limit 1`;
  if (expectedVersion === 0 && newest) return err({ code: "guideExists", field: "title" });
  if ((newest?.version ?? 0) !== expectedVersion) return err({ code: "versionConflict" });
  const version = expectedVersion + 1;
  await tx.$executeRaw`
    insert into guide (province_id, slug, version, title, markdown, sort_order, edited_by_id, edited_at, retired)
    select ${actor.provinceId}::uuid, ${slug}, ${version}::int, ${cleanText(asked.title)}, ${markdown.replace(/\r\n?/g, "\n").trim()},
           coalesce(${newest?.sortOrder ?? null}::int, (select max(sort_order) from guide), 0) + ${newest ? 0 : 1},
           ${actor.userId}::uuid, ${now}::timestamptz, ${retired}`;
  return ok({ slug, version });
}
