import { ChangePeople, PeopleQuery } from "@/lib/protocol/people";
import { handle, handleRead } from "@/lib/server/http/handle";
import { changePeople } from "@/lib/server/people/change-people";
import { listWithoutPassword } from "@/lib/server/people/list-people";
import { ok } from "@/lib/domain/result";

export const dynamic = "force-dynamic";

/** Who of a list may be given a first password. */
export const GET = handleRead(PeopleQuery, async ({ person, body, now }) => ok({ userIds: await listWithoutPassword(person.actor, body, now) }));

/** People are made, changed, moved, disabled and given passwords here, one by one. */
export const POST = handle(ChangePeople, ({ person, body, now }) => changePeople(person.actor, body, now));
