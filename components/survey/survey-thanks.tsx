"use client";
import { HeartHandshake, ShieldCheck } from "lucide-react";
import type { RefObject } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import type { SurveyChannel } from "@/lib/domain/survey/survey-response";
import type { ResponseState } from "@/lib/phone/survey/survey-delivery";
import { survey } from "@/lib/text/survey";

type Props = {
  readonly channel: SurveyChannel;
  readonly state: ResponseState | "saving" | "notSaved";
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onRetry: () => void;
  readonly onNext: () => void;
};

/**
 * The end: where the answer is now, and the way to the next person at the counter. Looks the same whatever was
 * answered: the volunteer gets the phone back with this screen on it.
 */
export function SurveyThanks({ channel, state, heading, onRetry, onNext }: Props) {
  return (
    <>
      <div className="my-auto grid justify-items-center gap-4 text-center">
        <HeartHandshake aria-hidden size={72} strokeWidth={1.5} className="text-brand" />
        <h1 ref={heading} tabIndex={-1} className="text-display outline-none">
          {survey.thanks}
        </h1>
        <p role="status" className="text-ink-2">
          {sentenceOf(state, channel)}
        </p>
        <p className="flex items-start gap-3 rounded-card bg-surface px-3.5 py-2.5 text-left sunlight:border-2">
          <ShieldCheck aria-hidden size={24} className="mt-0.5 flex-none text-brand" />
          <span>{survey.advice}</span>
        </p>
        {channel === "own" && state === "sent" && <p>{survey.mayClose}</p>}
      </div>
      <div className="grid gap-2">
        {state === "notSaved" && <Button onClick={onRetry}>{survey.retry}</Button>}
        {channel === "counter" && state !== "notSaved" && <Button onClick={onNext}>{survey.next}</Button>}
        {channel === "counter" && (
          // A document of its own: nothing of the volunteer's is loaded while a citizen holds the phone.
          <a href="/survey-code" className={buttonClass("quiet")}>
            {survey.giveBack}
          </a>
        )}
      </div>
    </>
  );
}

function sentenceOf(state: Props["state"], channel: SurveyChannel): string {
  return state === "waiting" ? survey.waiting[channel] : survey[state];
}
