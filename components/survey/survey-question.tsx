"use client";
import { CircleCheck, CircleDashed, CircleX, Frown, Meh, ShieldAlert, ShieldCheck, Smile, type LucideIcon } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { SurveyAnswers } from "@/lib/domain/survey/survey-answers";
import { survey, surveyQuestions } from "@/lib/text/survey";
import { surveySteps, type SurveyStep } from "./survey-flow";

const icons: { readonly [Name in keyof SurveyAnswers]: Readonly<Record<SurveyAnswers[Name], LucideIcon>> } = {
  satisfaction: { satisfied: Smile, neutral: Meh, unsatisfied: Frown },
  able: { yes: CircleCheck, partly: CircleDashed, no: CircleX },
  asked: { no: ShieldCheck, yes: ShieldAlert },
};

type Props = {
  readonly step: SurveyStep;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAnswer: (answer: string) => void;
  readonly onBack: () => void;
};

/** One question, answered with one tap. No answer looks better than another: only words and signs differ. */
export function SurveyQuestion({ step, heading, onAnswer, onBack }: Props) {
  const { question, answers } = surveyQuestions[step];
  const number = surveySteps.indexOf(step) + 1;
  const iconOf: Readonly<Record<string, LucideIcon>> = icons[step];
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3">
        <p className="font-semibold text-ink-2">{survey.step(number, surveySteps.length)}</p>
        {number > 1 && (
          <Button look="quiet" onClick={onBack}>
            {survey.back}
          </Button>
        )}
      </div>
      <h1 ref={heading} tabIndex={-1} className="text-display outline-none">
        {question}
      </h1>
      {number === 1 && <p className="text-ink-2">{survey.anonymous}</p>}
      <div className="mt-auto grid gap-3">
        {Object.entries(answers).map(([answer, label]) => {
          const Icon = iconOf[answer];
          return (
            <button
              key={`${step} ${answer}`}
              type="button"
              onClick={() => onAnswer(answer)}
              className="flex min-h-22 items-center gap-4 rounded-card border-2 border-control bg-surface px-5 py-3 text-left text-title font-semibold active:bg-brand-soft"
            >
              {Icon && <Icon aria-hidden size={40} strokeWidth={1.8} className="flex-none text-brand" />}
              <span className="min-w-0">{label}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
