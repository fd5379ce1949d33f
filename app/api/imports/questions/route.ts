import { AskQuestions } from "@/lib/protocol/imports";
import { askQuestions } from "@/lib/server/imports/near-misses";
import { handle } from "@/lib/server/http/handle";

/** Codes one character off become questions to those who recorded them. */
export const POST = handle(AskQuestions, ({ person, body, now }) => askQuestions(person.actor, body.device, now));
