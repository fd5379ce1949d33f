import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { countedDay, SurveyResponse, takesResponse } from "@/lib/domain/survey/survey-response";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { Uuid } from "@/lib/domain/ids";
import type { SurveyVerdict } from "@/lib/protocol/survey";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { takeAllowance } from "./survey-allowance";

type Sender = { readonly provinceId: string; readonly address: string; readonly now: string };
type Saved = Result<{ readonly verdicts: SurveyVerdict[] }, { readonly code: RefusalCode; readonly retryAfterSeconds: number }>;

/**
 * Stores anonymous responses, each once whatever the number of tries: an id that is known already is accepted
 * and changes nothing. One that can't be read is refused by itself and holds up no other.
 */
export function saveResponses(sent: readonly unknown[], { provinceId, address, now }: Sender): Promise<Saved> {
  const today = localDateOf(now);
  return withProvince(provinceId, async (tx) => {
    const allowed = await takeAllowance(tx, { provinceId, address, wanted: sent.length, now });
    if (!allowed.ok) return err({ code: "tooManyRequests", retryAfterSeconds: allowed.error.waitSeconds });
    const parsed = sent.map((value) => SurveyResponse.safeParse(value).data);
    const points = await readPoints(tx, parsed.flatMap((response) => response?.code ?? []));
    const decided = parsed.map((response) => response && decide(response, points, today));
    await insert(tx, provinceId, today, decided.flatMap((each) => each ?? []));
    return ok({ verdicts: parsed.map((response, index) => verdictOn(sent[index], response, decided[index])) });
  });
}

type Point = { readonly id: string; readonly code: string; readonly retiredOn: LocalDate | null };
type Row = { readonly id: string; readonly pointId: string; readonly day: LocalDate } & Pick<SurveyResponse, "channel" | "answers">;

function readPoints(tx: Transaction, codes: readonly string[]): Promise<Point[]> {
  return tx.$queryRaw<Point[]>`
    select id, code, (retired_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "retiredOn"
    from survey_point where code = any (${[...new Set(codes)]})`;
}

/** The row to store; undefined alike for a code nobody knows and for one that was retired before. */
function decide({ id, code, answeredOn, channel, answers }: SurveyResponse, points: readonly Point[], today: LocalDate): Row | undefined {
  const day = countedDay(answeredOn, today);
  const point = points.find((candidate) => candidate.code === code);
  return point && takesResponse(point.retiredOn ?? undefined, day) ? { id, pointId: point.id, day, channel, answers } : undefined;
}

async function insert(tx: Transaction, provinceId: string, today: LocalDate, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into survey_response (id, province_id, point_id, answered_on, channel, answers, received_on)
    select row.id, ${provinceId}::uuid, row."pointId", row.day, row.channel, row.answers, ${today}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "pointId" uuid, day date, channel text, answers jsonb)
    on conflict do nothing`;
}

function verdictOn(sent: unknown, response: SurveyResponse | undefined, row: Row | undefined): SurveyVerdict {
  if (row) return { id: row.id, verdict: "accepted" };
  if (response) return { id: response.id, verdict: "refused", code: "unknownOrForbidden" };
  const id = typeof sent === "object" && sent !== null && "id" in sent ? Uuid.safeParse(sent.id).data : undefined;
  return { ...(id ? { id } : {}), verdict: "refused", code: "malformed" };
}
