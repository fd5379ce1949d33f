import { ok } from "@/lib/domain/result";
import { ChangesQuery } from "@/lib/server/changes/changes-query";
import { readChanges } from "@/lib/server/changes/read-changes";
import { keepDeviceCookie } from "@/lib/server/fleet/keep-device-cookie";
import { handleRead } from "@/lib/server/http/handle";
import { onceApproved } from "@/lib/server/invitations/once-approved";

export const dynamic = "force-dynamic";

/** What a phone has not heard yet of its person's entries; see lib/protocol/README.md. */
export const GET = keepDeviceCookie(
  handleRead(
    ChangesQuery,
    onceApproved(async ({ person, body, request, now }) => ok(await readChanges(person, { ...body, headers: request.headers, now }))),
    { evenDisabled: true },
  ),
);
