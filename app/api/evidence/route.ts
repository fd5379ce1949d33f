import { DecideEvidence } from "@/lib/protocol/evidence";
import { decideEvidence } from "@/lib/server/evidence/decide-evidence";
import { handle } from "@/lib/server/http/handle";

/** What the police, its helpers and officers say of outcomes. */
export const POST = handle(DecideEvidence, ({ person, body, now }) => decideEvidence(person.actor, body.decisions, now));
