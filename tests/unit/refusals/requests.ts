import * as z from "zod/mini";
import type { Refusal } from "@/lib/domain/refusal";
import { ok } from "@/lib/domain/result";
import { maxRequestBytes } from "@/lib/protocol/commands";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { signIn } from "@/lib/server/auth/sign-in";
import { saveGuide } from "@/lib/server/guides/save-guide";
import { handle } from "@/lib/server/http/handle";
import { handleSurvey } from "@/lib/server/survey/survey-route";
import { makeActor } from "@/tests/factories/command-context";

const open = "http://localhost:3000/api/survey";
const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json) => new Request(open, { method: "POST", headers, body });

async function refusalIn(answer: Promise<Response>): Promise<Refusal[]> {
  return [{ code: ErrorResponse.parse(await (await answer).json()).error.code }];
}

/** Whole requests that the server turns away before it asks its database. */
export const requests = {
  fromAnotherSite: () => refusalIn(handleSurvey(post("{}", { ...json, origin: "https://example.com" }))),
  unreadable: () => refusalIn(handleSurvey(post("{"))),
  tooLarge: () => refusalIn(handleSurvey(post(`"${"x".repeat(maxRequestBytes)}"`))),
  ofAnotherProtocol: () => refusalIn(handleSurvey(post(JSON.stringify({ protocol: 99, responses: [{}] })))),
  withoutSession: () => refusalIn(handle(z.object({}), () => Promise.resolve(ok({})))(post("{}"))),
  withoutPassword: async () => {
    const answer = await signIn({ login: "thaonguyen", password: "" }, new Headers());
    return answer.ok ? [] : [{ code: answer.error.code }];
  },
  ofAGuideByAVolunteer: async () => {
    const guide = { slug: "nop-ho-so", expectedVersion: 0, title: "Nộp hồ sơ", markdown: "1. Mở", retired: false };
    const answer = await saveGuide(makeActor("volunteer"), guide as never, "2026-08-07T03:00:00.000Z" as never);
    return answer.ok || typeof answer.error === "string" ? [] : [{ code: answer.error.code }];
  },
} as const satisfies Record<string, () => Promise<readonly Refusal[]>>;
