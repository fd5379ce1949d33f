"use client";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, type ComponentType } from "react";
import { openPhoneAgain, usePhoneOpening } from "@/components/phone/use-phone-opening";
import { Button } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import type { PhoneOpening } from "@/lib/phone/opening";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";

// Whoever reloads a page at work needs neither.
const LockScreen = lazy(() => import("./lock/lock-screen"));
const ChoosePin = lazy(() => import("./lock/choose-pin"));

/** The screen once the phone is open; until then says in words what stands in the way, and never loses anything. */
export function withPhone(Screen: ComponentType<{ readonly phone: Phone }>): ComponentType {
  return function ScreenOfPhone() {
    return <PhoneGate screen={Screen} />;
  };
}

function PhoneGate({ screen: Screen }: { readonly screen: ComponentType<{ readonly phone: Phone }> }) {
  const opening = usePhoneOpening();
  if (opening?.state === "ready") return <Screen key={opening.phone.person.getSnapshot().id} phone={opening.phone} />;
  if (opening?.state === "locked" || opening?.state === "pinNeeded") {
    return (
      <Suspense fallback={<Opening signInNeeded={false} />}>
        {opening.state === "locked" ? <LockScreen opening={opening} /> : <ChoosePin opening={opening} />}
      </Suspense>
    );
  }
  if (opening?.state === "wiped") return <EmptyScreen title={appShell.wiped.title}>{appShell.wiped.body}</EmptyScreen>;
  if (opening?.state === "newerData") return <NewerData />;
  if (opening?.state === "unavailable") return <Unavailable reason={opening.reason} />;
  return <Opening signInNeeded={opening?.state === "signInNeeded"} />;
}

/** Storage opens within the blink of an eye, so nothing turns; whoever is unknown goes to sign in. */
function Opening({ signInNeeded }: { readonly signInNeeded: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (signInNeeded) router.replace("/sign-in");
  }, [signInNeeded, router]);
  return (
    <main className="min-h-dvh" aria-busy="true">
      <p className="sr-only">{appShell.opening}</p>
    </main>
  );
}

function NewerData() {
  const { title, body, retry } = appShell.newerData;
  return (
    <EmptyScreen title={title} action={<Button onClick={() => window.location.reload()}>{retry}</Button>}>
      {body}
    </EmptyScreen>
  );
}

function Unavailable({ reason }: { readonly reason: Extract<PhoneOpening, { state: "unavailable" }>["reason"] }) {
  const text = appShell.unavailable;
  return (
    <EmptyScreen title={text.title} action={<Button onClick={openPhoneAgain}>{text.retry}</Button>}>
      {text[reason]}
    </EmptyScreen>
  );
}
