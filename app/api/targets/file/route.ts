import { TargetQuery } from "@/lib/protocol/targets";
import { handleUpload } from "@/lib/server/http/handle";
import { readBytes } from "@/lib/server/http/read-body";
import { planTargetFile } from "@/lib/server/targets/plan-target-file";

/** What a file of targets would change; what is accepted of it comes back as a change. */
export const POST = handleUpload(TargetQuery, ({ person, body, request, now }) =>
  planTargetFile(person.actor, body, () => readBytes(request, largestFile), now));

const largestFile = 4 * 1024 * 1024;
