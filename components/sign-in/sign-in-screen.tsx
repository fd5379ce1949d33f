"use client";
import { Eye, EyeOff, Smartphone, UserPlus, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type ComponentType, type FormEvent } from "react";
import type { SignInStepsProps } from "@/components/phone/sign-in-steps";
import { usePhoneOpening } from "@/components/phone/use-phone-opening";
import { InstallFirst } from "@/components/phone/install-first";
import { OpenElsewhere } from "@/components/phone/open-elsewhere";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SignInStep } from "@/lib/domain/people/sign-in-step";
import { markOpen } from "@/lib/phone/device/open-mark";
import { signIn, startPageOf, type SignedInPerson } from "@/lib/phone/sign-in";
import { appShell } from "@/lib/text/app-shell";
import { lockText } from "@/lib/text/lock";
import { signInText } from "@/lib/text/sign-in";
import { DemoAccounts } from "./demo-accounts";
import { nextPageOf, stepOf } from "./next-page";
import { openForPerson } from "./open-for-person";

/**
 * Name and password; afterwards the phone works without the network.
 * @param steps what may come between, fetched only for whom something does
 */
export function SignInScreen({ steps: Steps }: { readonly steps: ComponentType<SignInStepsProps> }) {
  const router = useRouter();
  const opening = usePhoneOpening();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [reached, setReached] = useState<SignInStep | "password">();
  // Whom another page sent here, because the session lacks something, goes on there.
  const step = reached ?? (hydrated ? stepOf(window.location.search) : undefined) ?? "password";
  const waiting = opening?.state === "signInNeeded" ? opening.waiting : 0;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Not state: what somebody typed before the page came alive is in the fields, and nowhere else.
    const typed = new FormData(event.currentTarget);
    const [login, password] = [String(typed.get("username")).trim(), String(typed.get("password"))];
    if (!login || !password) return setProblem(signInText.missing);
    setBusy(true);
    setProblem(undefined);
    const answer = await signIn({ login, password });
    if (answer.ok) return enter(answer.value);
    setBusy(false);
    const { error } = answer;
    if (error.problem === "stepMissing") return goTo(error.step);
    setProblem(error.problem === "throttled" ? signInText.throttled(error.seconds) : signInText[error.problem]);
  };

  const enter = async ({ personId, roles }: SignedInPerson) => {
    const start = nextPageOf(window.location.search) ?? startPageOf(roles);
    if (start.startsWith("/desk")) {
      markOpen(personId); // whatever this browser's phone has locked: the password is as good as the PIN
      return window.location.assign(start);
    }
    const opened = await openForPerson(personId, opening);
    setBusy(false);
    if (!opened) return router.replace(start);
    goTo("password");
    setProblem(signInText[opened]);
  };

  /** A session is enough for the desk; a phone opens for a PIN, or for whoever signs in now. */
  const comeAgain = ({ roles }: SignedInPerson) => {
    const start = nextPageOf(window.location.search) ?? startPageOf(roles);
    if (start.startsWith("/desk")) window.location.assign(start);
    else goTo("password");
  };

  /** In the address too: whoever loads the page again goes on there, and a first password is not asked twice. */
  const goTo = (next: SignInStep | "password") => {
    setReached(next);
    const address = new URL(window.location.href);
    if (next === "password") address.searchParams.delete("step");
    else address.searchParams.set("step", next);
    window.history.replaceState(window.history.state, "", address);
  };

  if (step !== "password") {
    return (
      <main className="mx-auto flex min-h-dvh max-w-md flex-col gap-5 px-4 py-8">
        <p className="text-head text-brand">{appShell.product}</p>
        <Steps step={step} onDone={(person) => void enter(person)} onNothingMissing={comeAgain} onStartOver={() => goTo("password")} />
      </main>
    );
  }
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col gap-5 px-4 py-8">
      <OpenElsewhere />
      <InstallFirst />
      <div>
        <p className="flex items-center gap-2.5 text-head text-brand">
          <img src="/icons/icon.svg" alt="" width={40} height={40} />
          {appShell.product}
        </p>
        <h1 className="mt-4 text-title">{signInText.title}</h1>
        <p className="mt-1 text-ink-2">{signInText.intro}</p>
      </div>
      {waiting > 0 && (
        <Banner icon={Smartphone} tone="brand">
          {signInText.waiting(waiting)}
        </Banner>
      )}
      {/* Sent by the browser itself, before the page is alive, a form would write the password into the address: it can't be. */}
      <form ref={form} method="post" onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={signInText.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
        <TextField
          label={signInText.password}
          name="password"
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          beside={<IconButton icon={shown ? EyeOff : Eye} label={shown ? signInText.hide : signInText.show} onClick={() => setShown(!shown)} />}
        />
        <p role="alert" className={problem ? "font-medium text-bad" : "sr-only"}>
          {problem}
        </p>
        <Button type="submit" disabled={!hydrated} busyLabel={busy ? signInText.busy : undefined}>
          {signInText.submit}
        </Button>
      </form>
      {opening?.state === "locked" && (
        <LinkButton href="/" icon={Users}>{lockText.people}</LinkButton>
      )}
      <LinkButton href="/join" icon={UserPlus}>{signInText.join}</LinkButton>
      <DemoAccounts onChoose={(account) => fillIn(form.current, account)} />
    </main>
  );
}

function fillIn(form: HTMLFormElement | null, { login, password }: { readonly login: string; readonly password: string }): void {
  const fields = form?.elements;
  (fields?.namedItem("username") as HTMLInputElement).value = login;
  (fields?.namedItem("password") as HTMLInputElement).value = password;
}
