"use client";
import { useState, type ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { PersonalNumber, maskPersonalNumber } from "@/lib/domain/identity/personal-number";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly mark?: ReactNode;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly "data-field": string;
};

/** The number in clear while it is typed, masked as soon as the field is left. */
export function MaskedNumberField({ value, onChange, ...rest }: Props) {
  const [typing, setTyping] = useState(false);
  const complete = PersonalNumber.safeParse(value);
  const shown = !typing && complete.success ? maskPersonalNumber(complete.data) : value;
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      value={shown}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
