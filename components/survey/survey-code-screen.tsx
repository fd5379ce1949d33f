"use client";
import { useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { buttonClass } from "@/components/ui/button";
import { Options } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import type { Briefing } from "@/lib/protocol/briefing";
import { appShell } from "@/lib/text/app-shell";
import { surveyCodeText } from "@/lib/text/survey";
import { surveyPath } from "./survey-address";
import { SurveyQrCode } from "./survey-qr-code";

/** Shows the code of the place, so that the citizen answers on a phone that the volunteer does not hold. */
export const SurveyCodeScreen = withPhone(SurveyCodes);

function SurveyCodes({ phone }: { readonly phone: Phone }) {
  const points = pointsOf(useLive(phone.person).briefing);
  const [chosen, setChosen] = useState<string>();
  const point = points.find(({ code }) => code === chosen) ?? points[0];
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={surveyCodeText.title} back={<BackButton label={appShell.back} fallback="/me" />} />
      <main className="grid gap-4 px-4 pt-3 pb-6">
        {point ? (
          <>
            {points.length > 1 && (
              <Options
                legend={surveyCodeText.place}
                name="place"
                value={point.code}
                options={points.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={setChosen}
              />
            )}
            <h2 className="text-center text-title">{point.name}</h2>
            <SurveyQrCode code={point.code} place={point.name} className="mx-auto max-w-72 border border-line" />
            <p>{surveyCodeText.how}</p>
            <p className="text-small text-ink-2">{surveyCodeText.handOver}</p>
          </>
        ) : (
          <EmptyState title={surveyCodeText.none.title} action={<LinkButton href="/">{surveyCodeText.none.action}</LinkButton>}>
            {surveyCodeText.none.body}
          </EmptyState>
        )}
      </main>
      {point && (
        <Dock>
          {/* A document of its own: nothing of the volunteer's is loaded while a citizen holds the phone. */}
          <a href={surveyPath(point.code, "counter")} className={`${buttonClass()} flex-1`}>
            {surveyCodeText.openHere}
          </a>
        </Dock>
      )}
    </div>
  );
}

function pointsOf({ surveyPoints = [], places }: Briefing) {
  return places.flatMap(({ id, name }) => surveyPoints.filter(({ placeId }) => placeId === id).map(({ code }) => ({ code, name })));
}
