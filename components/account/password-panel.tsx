"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { accountText } from "@/lib/text/account";
import { PasswordForm } from "./password-form";

export function PasswordPanel() {
  const router = useRouter();
  const [said, setSaid] = useState("");
  const text = accountText.password;
  const done = () => {
    setSaid(text.changed);
    router.refresh();
  };
  return (
    <section aria-labelledby="password" className="desk-panel">
      <h2 id="password" className="desk-head">{text.title}</h2>
      <p className="desk-body text-ink-2">{text.consequence}</p>
      <PasswordForm onDone={done} />
      <p role="status" className="desk-body text-ok">{said}</p>
    </section>
  );
}
