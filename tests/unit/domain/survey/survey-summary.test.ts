import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abilities, demands, satisfactions } from "@/lib/domain/survey/survey-answers";
import { surveyChannels } from "@/lib/domain/survey/survey-response";
import { ableShare, addSummaries, leastForShares, satisfiedShare, shownCount, summarise, type AnswerCount } from "@/lib/domain/survey/survey-summary";
import { makeAnswers } from "../../../factories/survey";

const said = (count: number, answers: Parameters<typeof makeAnswers>[0] = {}, channel: AnswerCount["channel"] = "own"): AnswerCount => ({
  channel, answers: makeAnswers(answers), count,
});

describe("responses of one place and time", () => {
  test("are counted by channel, with the share of every answer", () => {
    const summary = summarise([said(6), said(2, { satisfaction: "unsatisfied", able: "no", asked: "yes" }, "counter")]);
    expect(summary).toEqual({
      count: 8,
      channels: { own: 6, counter: 2 },
      answers: { satisfaction: { satisfied: 6, neutral: 0, unsatisfied: 2 }, able: { yes: 6, partly: 0, no: 2 }, asked: { no: 6, yes: 2 } },
    });
    expect(satisfiedShare(summary)).toBe(0.75);
    expect(ableShare(summary)).toBe(0.75);
  });

  test("say nothing but their number while there are fewer than five", () => {
    const few = summarise([said(3), said(1, { asked: "yes" }, "counter")]);
    expect(few).toEqual({ count: 4, channels: { own: 3, counter: 1 } });
    expect(satisfiedShare(few)).toBeUndefined();
    expect(summarise([said(5)]).answers).toBeDefined();
  });

  test("nobody has answered: nothing is counted and nothing is shared out", () => {
    expect(summarise([])).toEqual({ count: 0, channels: { own: 0, counter: 0 } });
    expect(ableShare(summarise([]))).toBeUndefined();
  });
});

describe("several places together", () => {
  test("count everybody, but say only what their parts may say", () => {
    const many = summarise([said(10, { satisfaction: "neutral" })]);
    const few = summarise([said(2, { satisfaction: "unsatisfied", asked: "yes" })]);
    const both = addSummaries([many, few]);
    expect(both.count).toBe(12);
    expect(both.answers).toEqual(many.answers);
    expect(shownCount(both)).toBe(10);
  });

  test("too few everywhere stay silent, also in the sum", () => {
    expect(addSummaries([summarise([said(4)]), summarise([said(4)])])).toEqual({ count: 8, channels: { own: 8, counter: 0 } });
  });
});

test("every answer that is shown belongs to a response, whatever was said", () => {
  const anyCount = fc.record({
    channel: fc.constantFrom(...surveyChannels),
    answers: fc.record({ satisfaction: fc.constantFrom(...satisfactions), able: fc.constantFrom(...abilities), asked: fc.constantFrom(...demands) }),
    count: fc.integer({ min: 1, max: 20 }),
  });
  const sumOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, count) => total + count, 0);
  fc.assert(
    fc.property(fc.array(anyCount), (counts) => {
      const { count, channels, answers } = summarise(counts);
      expect(count).toBe(counts.reduce((total, each) => total + each.count, 0));
      expect(sumOf(channels)).toBe(count);
      expect(answers !== undefined).toBe(count >= leastForShares);
      for (const said of Object.values(answers ?? {})) expect(sumOf(said)).toBe(count);
    }),
  );
});
