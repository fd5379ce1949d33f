import { ok } from "@/lib/domain/result";
import { GuidesQuery, SaveGuideRequest } from "@/lib/protocol/guides";
import { readGuides } from "@/lib/server/guides/read-guides";
import { saveGuide } from "@/lib/server/guides/save-guide";
import { handle, handleRead } from "@/lib/server/http/handle";
import { withEtag } from "@/lib/server/http/with-etag";

export const dynamic = "force-dynamic";

/** What volunteers walk citizens through. */
export const GET = withEtag(handleRead(GuidesQuery, async ({ person }) => ok(await readGuides(person.actor)), { evenLocked: true }));

/** A new version, by the province's offices. */
export const POST = handle(SaveGuideRequest, ({ person, body, now }) => saveGuide(person.actor, body, now));
