import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { apiKeyDigest } from "./api-key";

/** A program: reads the sums of the whole province as an observer does, and nothing else. */
export type Program = { readonly actor: Actor & { readonly program: true }; /** The province as a unit. */ readonly rootUnitId: string };

/** Questions at once, and how many more come with a second. */
export const mostAtOnce = 60;
const perSecond = 1;

/**
 * Whose key the request carries. Asked of the database every time, which takes the question off the key's allowance
 * and writes it down: a revoked key ends with the very next request.
 * @param asked what is written down: never an address with its query
 */
export async function authenticateProgram(
  request: Request, asked: string, now: string,
): Promise<Result<Program, { readonly code: RefusalCode; readonly retryAfterSeconds?: number }>> {
  const hash = apiKeyDigest(request.headers);
  if (!hash) return err({ code: "keyUnknown" });
  const provinceId = await deployedProvinceId();
  return withProvince(provinceId, async (tx) => {
    const [used] = await tx.$queryRaw<{ id: string; wait: number }[]>`
      select id, wait from use_api_key(${hash}, ${asked}, ${mostAtOnce}::float8, ${perSecond}::float8, ${now}::timestamptz)`;
    if (!used) return err({ code: "keyUnknown" });
    if (used.wait > 0) return err({ code: "tooManyRequests", retryAfterSeconds: used.wait });
    const rootUnitId = await readRootUnit(tx);
    const today = localDateOf(now);
    const actor = { provinceId, userId: used.id, active: true, program: true, assignments: [{ role: "observer", unitId: rootUnitId, validFrom: today }] } as const;
    return ok({ actor, rootUnitId });
  });
}

/** Throws where the deployment has no province yet: then nothing can be counted. */
async function readRootUnit(tx: Transaction): Promise<string> {
  const [root] = await tx.$queryRaw<{ id: string }[]>`select id from unit where kind = 'province' and valid_to is null order by valid_from desc limit 1`;
  if (!root) throw new Error("There is no unit for the whole province.");
  return root.id;
}
