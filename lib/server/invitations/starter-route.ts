import "server-only";
import { createHash } from "node:crypto";
import { ok } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import { loadReference } from "@/lib/server/changes/reference";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";
import { guarded } from "@/lib/server/http/handle";
import { withEtag } from "@/lib/server/http/with-etag";

/** `GET /api/join`: what somebody needs to begin on a phone without a network. Nothing in it is about anybody. */
export const handleStarter = withEtag(
  guarded(async () => {
    const provinceId = await deployedProvinceId();
    const reference = await withProvince(provinceId, (tx) => loadReference(tx, localDateOf(new Date().toISOString())));
    const starter = { provinceId, ...reference };
    return ok({ version: createHash("sha256").update(canonicalJson(starter)).digest("base64url").slice(0, 22), ...starter });
  }),
);
