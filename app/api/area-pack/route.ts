import { PackQuery } from "@/lib/server/households/pack-query";
import { readAreaPack } from "@/lib/server/households/read-area-pack";
import { handleRead } from "@/lib/server/http/handle";

export const dynamic = "force-dynamic";

/** The households of a campaign that changed since the phone last asked. */
export const GET = handleRead(PackQuery, ({ person, body, now }) => readAreaPack(person.actor, { ...body, now }), { evenLocked: true });
