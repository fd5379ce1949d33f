"use client";
import { useCallback, useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import { useLive } from "@/components/ui/use-live";
import type { SurveyResponse } from "@/lib/domain/survey/survey-response";
import { makeSurveyResponse, pageSurvey } from "@/lib/phone/survey/page-survey";
import type { ResponseState } from "@/lib/phone/survey/survey-delivery";
import { survey } from "@/lib/text/survey";
import { surveyOf } from "./survey-address";
import { completeAnswers, nextFlow, openStep } from "./survey-flow";
import { SurveyQuestion } from "./survey-question";
import { SurveyThanks } from "./survey-thanks";

type Target = Pick<SurveyResponse, "code" | "channel">;

/** At the counter: so long the thanks are shown, and so long somebody may think before the next person starts anew. */
const thanksMs = 12_000;
const thinkingMs = 90_000;

/** The survey of one place, for somebody who is not signed in and stays unknown. Works with no network. */
export function SurveyScreen() {
  const search = useSyncExternalStore(never, () => window.location.search, () => undefined);
  const target = search === undefined ? undefined : surveyOf(search);
  if (search === undefined || target) return <Survey target={target} />;
  return (
    <EmptyScreen title={survey.noCode.title} action={<Button look="second" onClick={() => window.location.reload()}>{survey.noCode.action}</Button>}>
      {survey.noCode.body}
    </EmptyScreen>
  );
}

/** Without a target only while the static page wakes up: the first question is there before its script. */
function Survey({ target }: { readonly target: Target | undefined }) {
  const [flow, tap] = useReducer(nextFlow, {});
  const { response, failed, keep, forget } = useResponse();
  const heading = useHeadingFocus(openStep(flow));
  const states = useLive(target ? pageSurvey().states : noStates);
  const step = openStep(flow);

  const answer = (value: string) => {
    if (!target || !step) return;
    const tapped = { kind: "answer", step, answer: value } as const;
    const answers = completeAnswers(nextFlow(flow, tapped));
    tap(tapped);
    if (answers) keep(makeSurveyResponse({ code: target.code, channel: target.channel, answers }));
  };
  const restart = useCallback(() => {
    forget();
    tap({ kind: "restart" });
  }, [forget]);

  const patienceMs = step === undefined ? thanksMs : thinkingMs;
  useEffect(() => {
    if (target?.channel !== "counter" || failed || Object.keys(flow).length === 0) return;
    const timer = setTimeout(restart, patienceMs);
    return () => clearTimeout(timer);
  }, [target?.channel, failed, flow, patienceMs, restart]);

  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 px-4 pt-[max(1rem,env(safe-area-inset-top))] pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      {step ? (
        <SurveyQuestion step={step} heading={heading} onAnswer={answer} onBack={() => tap({ kind: "back" })} />
      ) : (
        <SurveyThanks
          channel={target?.channel ?? "own"}
          state={failed ? "notSaved" : ((response && states.get(response.id)) ?? "saving")}
          heading={heading}
          onRetry={() => response && keep(response)}
          onNext={restart}
        />
      )}
    </main>
  );
}

/** The response that was just given, until it is on the disk. */
function useResponse() {
  const [response, setResponse] = useState<SurveyResponse>();
  const [failed, setFailed] = useState(false);
  const keep = useCallback((given: SurveyResponse) => {
    setResponse(given);
    setFailed(false);
    pageSurvey().add(given).catch(() => setFailed(true));
  }, []);
  const forget = useCallback(() => {
    setResponse(undefined);
    setFailed(false);
  }, []);
  return { response, failed, keep, forget };
}

/** A new question is read out from its beginning; the first one is where the page starts anyway. */
function useHeadingFocus(step: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}

const never = () => () => {};
const nothing: ReadonlyMap<string, ResponseState> = new Map();
const noStates = { subscribe: never, getSnapshot: () => nothing };
