import { SurveyPointChange } from "@/lib/protocol/survey-points";
import { handle } from "@/lib/server/http/handle";
import { changePoint } from "@/lib/server/survey/change-point";

export const POST = handle(SurveyPointChange, ({ person, body, now }) => changePoint(person.actor, body, now));
