import * as z from "zod/mini";
import { ok } from "@/lib/domain/result";
import { ChangeAccount } from "@/lib/protocol/account";
import { changeAccount } from "@/lib/server/account/change-account";
import { readAccount } from "@/lib/server/account/read-account";
import { handle, handleRead } from "@/lib/server/http/handle";

/** How one signs in, and where. */
export const GET = handleRead(z.strictObject({}), async ({ person, now }) => ok(await readAccount(person, now)));

/** Password, second factor, sessions: what is left of signing in is done here too. */
export const POST = handle(ChangeAccount, changeAccount, { during: ["passwordChange", "secondFactorSetup"] });
