"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { accountText } from "@/lib/text/account";

type Props = {
  readonly label: string;
  readonly name: string;
  /** For managers of passwords. */
  readonly autoComplete: "current-password" | "new-password";
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly autoFocus?: boolean;
};

/** A password, hidden until it is asked to show itself. Pasting is as good as typing. */
export function PasswordField({ label, name, autoComplete, error, hint, autoFocus = false }: Props) {
  const [shown, setShown] = useState(false);
  const { show, hide } = accountText.password;
  return (
    <TextField
      label={label}
      name={name}
      autoFocus={autoFocus}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      error={error}
      hint={hint}
      beside={<IconButton icon={shown ? EyeOff : Eye} label={shown ? hide : show} onClick={() => setShown(!shown)} />}
    />
  );
}
