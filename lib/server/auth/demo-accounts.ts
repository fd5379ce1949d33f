import "server-only";
import accounts from "@/prisma/demo-accounts.json";
import { ok } from "@/lib/domain/result";
import { environment } from "@/lib/server/env/environment";
import { guarded } from "@/lib/server/http/handle";

/** `GET /api/demo-accounts`: the invented people of the demo; nobody outside demo mode. */
export const handleDemoAccounts = guarded(async () => ok({ accounts: environment().demo ? accounts : [] }));
