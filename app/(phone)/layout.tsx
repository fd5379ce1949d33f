import type { ReactNode } from "react";
import { KeepStarter } from "@/components/app-shell/keep-starter";
import { RegisterServiceWorker } from "@/components/app-shell/register-service-worker";
import { SendSurveyResponses } from "@/components/app-shell/send-survey-responses";

/** The pages that work without a network; what makes them so is fetched after the first of them is shown. */
export default function PhoneLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <RegisterServiceWorker />
      <SendSurveyResponses />
      <KeepStarter />
    </>
  );
}
