import { AskRules } from "@/lib/protocol/rules";
import { handle } from "@/lib/server/http/handle";
import { askRules } from "@/lib/server/rules/change-rule";

/** Rules of counting: what a change would do, and doing it. */
export const POST = handle(AskRules, ({ person, body, now }) => askRules(person.actor, body, now));
