import { GET as changes } from "@/app/api/changes/route";
import { POST as commands } from "@/app/api/commands/route";
import { ChangesResponse } from "@/lib/protocol/changes";
import { makeManifest, makeRecord } from "./commands";
import { makeHelpSession } from "./help-session";
import { makePost } from "./post";

/** What a person's phone does with its session: asks what is new, sends what it holds. */
export function makePhoneOf(id: string, cookie: string) {
  const read = () => changes(new Request(`http://localhost/?personId=${id}`, { headers: { cookie, host: "localhost" } }));
  return {
    read,
    briefing: async () => ChangesResponse.parse(await (await read()).json()).briefing!,
    send: async (unitId: string) => {
      const command = makeRecord(unitId, makeHelpSession({ happenedAt: new Date(Date.now() - 60_000).toISOString() }));
      const answer = await commands(makePost({ protocol: 1, personId: id, device: makeManifest({ pendingCount: 1 }), commands: [command] }, { cookie }));
      return { answer, entryId: command.entryId };
    },
  };
}
