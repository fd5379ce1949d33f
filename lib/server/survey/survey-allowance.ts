import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import { environment } from "@/lib/server/env/environment";
import type { Transaction } from "@/lib/server/database/with-actor";

/** A busy counter's whole day at once, or a crowd behind one mobile network's address. */
export const mostAtOnce = 240;
const perSecond = mostAtOnce / (60 * 60);

/**
 * Takes `wanted` responses off what an address may send, or says how many seconds it has to wait. The address
 * itself is not kept: only a keyed digest that changes every day and says nothing of the responses.
 */
export async function takeAllowance(
  tx: Transaction,
  { provinceId, address, wanted, now }: { provinceId: string; address: string; wanted: number; now: string },
): Promise<Result<void, { waitSeconds: number }>> {
  const digest = addressDigest(address, now);
  await tx.$executeRaw`
    delete from survey_allowance
    where province_id = ${provinceId}::uuid and refilled_at < ${now}::timestamptz - make_interval(secs => ${mostAtOnce / perSecond})`;
  const taken = await tx.$executeRaw`
    insert into survey_allowance as bucket (province_id, address_digest, "left", refilled_at)
    values (${provinceId}::uuid, ${digest}, ${mostAtOnce - wanted}::float8, ${now}::timestamptz)
    on conflict (province_id, address_digest) do update
    set "left" = least(${mostAtOnce}::float8, bucket."left" + ${perSecond}::float8 * extract(epoch from excluded.refilled_at - bucket.refilled_at)) - ${wanted}::float8,
        refilled_at = excluded.refilled_at
    where least(${mostAtOnce}::float8, bucket."left" + ${perSecond}::float8 * extract(epoch from excluded.refilled_at - bucket.refilled_at)) >= ${wanted}::float8`;
  return taken > 0 ? ok(undefined) : err({ waitSeconds: Math.ceil(wanted / perSecond) });
}

function addressDigest(address: string, now: string): Uint8Array<ArrayBuffer> {
  const key = hkdfSync("sha256", environment().sessionSecret, "", `survey allowance: ${localDateOf(now)}`, 32);
  return new Uint8Array(createHmac("sha256", Buffer.from(key)).update(address).digest());
}
