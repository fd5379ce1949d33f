"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { accountText } from "@/lib/text/account";
import { PasswordField } from "./password-field";
import { useAccountChange } from "./use-account-change";

/** Chooses a password. After a first one, which has just been given, the one of now is not asked. */
export function PasswordForm({ isFirst = false, onDone }: { readonly isFirst?: boolean; readonly onDone: () => void }) {
  const { busy, problem, send } = useAccountChange();
  const [missing, setMissing] = useState<"current" | "password">();
  const text = accountText.password;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [current, password] = [String(typed.get("current") ?? ""), String(typed.get("password"))];
    const empty = !isFirst && current === "" ? "current" : password === "" ? "password" : undefined;
    setMissing(empty);
    if (empty) return;
    if (!(await send({ change: "password", password, ...(isFirst ? {} : { current }) }))) return;
    form.reset();
    onDone();
  };
  const errorOf = (field: "current" | "password") => (missing === field ? accountText.missingField : problem?.field === field ? problem.sentence : undefined);
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {!isFirst && <PasswordField label={text.current} name="current" autoComplete="current-password" error={errorOf("current")} />}
      <PasswordField label={text.next} name="password" autoComplete="new-password" autoFocus={isFirst} hint={text.rule} error={errorOf("password")} />
      <p role="alert" className={problem && !problem.field ? "font-medium text-bad" : "sr-only"}>
        {problem?.sentence}
      </p>
      <Button type="submit" busyLabel={busy ? accountText.busy : undefined}>
        {isFirst ? accountText.goOn : text.submit}
      </Button>
    </form>
  );
}
