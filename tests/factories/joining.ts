import { randomBytes } from "node:crypto";
import { POST as ask } from "@/app/api/join/ask/route";
import { POST as join } from "@/app/api/join/route";
import { POST as change } from "@/app/api/invitations/route";
import { uuidV7 } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { InvitationsChanged } from "@/lib/protocol/invitations";
import { JoinAnswer } from "@/lib/protocol/join";
import { protocolVersion } from "@/lib/protocol/version";
import { makePost } from "./post";

let address = 0;

/** A phone on which nobody has worked yet, at an address of its own. */
export function makeNewcomer(name = "Trần Văn Mới") {
  const person = { id: uuidV7(Date.now(), randomBytes(10)), name };
  const said = { protocol: protocolVersion, person, claim: randomBytes(32).toString("base64url"), since: localDateOf(new Date().toISOString()) };
  const headers = { "x-forwarded-for": `10.7.${(address += 1) % 250}.1` };
  return {
    person,
    join: (by: { code: string } | { secret: string }, changes = {}) => join(makePost({ ...said, ...by, ...changes }, headers)),
    ask: (by: { unitId: string } | { code: string }, changes = {}) => ask(makePost({ ...said, ...by, ...changes }, headers)),
  };
}

export const newId = () => uuidV7(Date.now(), randomBytes(10));

/** The header `cookie` of whoever an answer signed in. */
export function cookieIn(answer: Response): string {
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`No cookie came with ${answer.status}`);
  return cookie.split(";")[0]!;
}

export async function joinedIn(answer: Response): Promise<Pick<JoinAnswer, "person" | "outcome" | "unit">> {
  const { person, outcome, unit } = JoinAnswer.parse(await answer.json());
  return { person, outcome, unit };
}

export async function refusalIn(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
}

/** A change of invitations by whoever the cookie is. */
export const changeInvitations = (cookie: string, body: object) => change(makePost(body, { cookie }));

export async function invite(cookie: string, unitId: string, role = "volunteer") {
  const answer = await changeInvitations(cookie, { change: "make", id: newId(), unitId, role });
  const { invitation } = InvitationsChanged.parse(await answer.json());
  if (!invitation) throw new Error(`Nobody was invited: ${answer.status}`);
  return invitation;
}
