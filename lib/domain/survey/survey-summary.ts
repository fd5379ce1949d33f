import { abilities, demands, satisfactions, type SurveyAnswers } from "./survey-answers";
import { surveyChannels, type SurveyChannel } from "./survey-response";

/** Fewer responses than this are only counted: with four, one could guess who said what. */
export const leastForShares = 5;

/** Responses that say the same, and how many of them there are. */
export type AnswerCount = { readonly channel: SurveyChannel; readonly answers: SurveyAnswers; readonly count: number };

type Counts<Answer extends string> = Readonly<Record<Answer, number>>;

/** What the responses of a place and time say together. */
export type SurveySummary = {
  readonly count: number;
  /** Many more from the counter's device than from own phones is worth a question. */
  readonly channels: Counts<SurveyChannel>;
  /** Absent below `leastForShares` responses. */
  readonly answers?: {
    readonly satisfaction: Counts<SurveyAnswers["satisfaction"]>;
    readonly able: Counts<SurveyAnswers["able"]>;
    readonly asked: Counts<SurveyAnswers["asked"]>;
  };
};

/** Adds up responses; what is said is kept back while there are too few to hide behind. */
export function summarise(counts: readonly AnswerCount[]): SurveySummary {
  const count = sum(counts);
  const channels = countBy(surveyChannels, counts, ({ channel }) => channel);
  if (count < leastForShares) return { count, channels };
  return {
    count,
    channels,
    answers: {
      satisfaction: countBy(satisfactions, counts, ({ answers }) => answers.satisfaction),
      able: countBy(abilities, counts, ({ answers }) => answers.able),
      asked: countBy(demands, counts, ({ answers }) => answers.asked),
    },
  };
}

/** Share of the satisfied, 0 to 1; undefined where the answers are kept back. */
export function satisfiedShare(summary: SurveySummary): number | undefined {
  return summary.answers && summary.answers.satisfaction.satisfied / shownCount(summary);
}

/** Share of those who can now do it alone, 0 to 1; undefined where the answers are kept back. */
export function ableShare(summary: SurveySummary): number | undefined {
  return summary.answers && summary.answers.able.yes / shownCount(summary);
}

/**
 * Several places or months together. The answers of one that keeps them back stay back here too: otherwise the
 * difference between the sum and its other parts would tell them.
 */
export function addSummaries(summaries: readonly SurveySummary[]): SurveySummary {
  const shown = summaries.flatMap(({ answers }) => (answers ? [answers] : []));
  const add = <Answer extends string>(values: readonly Answer[], parts: readonly Counts<Answer>[]) =>
    Object.fromEntries(values.map((value) => [value, parts.reduce((total, part) => total + part[value], 0)])) as Record<Answer, number>;
  return {
    count: sum(summaries),
    channels: add(surveyChannels, summaries.map(({ channels }) => channels)),
    ...(shown.length === 0
      ? {}
      : {
          answers: {
            satisfaction: add(satisfactions, shown.map(({ satisfaction }) => satisfaction)),
            able: add(abilities, shown.map(({ able }) => able)),
            asked: add(demands, shown.map(({ asked }) => asked)),
          },
        }),
  };
}

/** How many responses stand behind the answers that are shown. */
export function shownCount({ answers }: SurveySummary): number {
  return answers ? satisfactions.reduce((total, value) => total + answers.satisfaction[value], 0) : 0;
}

function countBy<Answer extends string>(
  values: readonly Answer[],
  counts: readonly AnswerCount[],
  answerOf: (count: AnswerCount) => Answer,
): Counts<Answer> {
  const entries = values.map((value) => [value, sum(counts.filter((each) => answerOf(each) === value))] as const);
  return Object.fromEntries(entries) as Record<Answer, number>;
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
