"use client";
import { Eye, EyeOff, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { usePhoneOpening } from "@/components/phone/use-phone-opening";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { signIn, startPageOf } from "@/lib/phone/sign-in";
import { appShell } from "@/lib/text/app-shell";
import { signInText } from "@/lib/text/sign-in";
import { DemoAccounts } from "./demo-accounts";
import { nextPageOf } from "./next-page";
import { openForPerson } from "./open-for-person";

/** Name and password; afterwards the phone works without the network. */
export function SignInScreen() {
  const router = useRouter();
  const opening = usePhoneOpening();
  const [credentials, setCredentials] = useState({ login: "", password: "" });
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = opening?.state === "signInNeeded" ? opening.waiting : 0;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!credentials.login.trim() || !credentials.password) return setProblem(signInText.missing);
    setBusy(true);
    setProblem(undefined);
    const answer = await signIn({ login: credentials.login.trim(), password: credentials.password });
    if (!answer.ok) {
      setBusy(false);
      const { error } = answer;
      return setProblem(error.problem === "throttled" ? signInText.throttled(error.seconds) : signInText[error.problem]);
    }
    const start = nextPageOf(window.location.search) ?? startPageOf(answer.value.roles);
    if (start.startsWith("/desk")) return window.location.assign(start);
    const opened = await openForPerson(answer.value.personId, opening);
    setBusy(false);
    if (opened) return setProblem(signInText[opened]);
    router.replace(start);
  };

  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col gap-5 px-4 py-8">
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
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={signInText.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={credentials.login}
          onChange={(event) => setCredentials({ ...credentials, login: event.target.value })}
        />
        <TextField
          label={signInText.password}
          name="password"
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          value={credentials.password}
          onChange={(event) => setCredentials({ ...credentials, password: event.target.value })}
          beside={<IconButton icon={shown ? EyeOff : Eye} label={shown ? signInText.hide : signInText.show} onClick={() => setShown(!shown)} />}
        />
        <p role="alert" className={problem ? "font-medium text-bad" : "sr-only"}>
          {problem}
        </p>
        <Button type="submit" busyLabel={busy ? signInText.busy : undefined}>
          {signInText.submit}
        </Button>
      </form>
      <DemoAccounts onChoose={({ login, password }) => setCredentials({ login, password })} />
    </main>
  );
}
