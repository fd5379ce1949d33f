import { ok } from "@/lib/domain/result";
import { assertDurable } from "@/lib/server/database/assert-durable";
import { guarded } from "@/lib/server/http/handle";

export const dynamic = "force-dynamic";

/** For whatever watches the server: the database answers and keeps what it commits. */
export const GET = guarded(async () => {
  await assertDurable();
  return ok({ healthy: true, serverTime: new Date().toISOString() });
});
