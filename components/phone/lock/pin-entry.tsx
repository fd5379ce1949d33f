"use client";
import { Delete } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { pinLength } from "@/lib/phone/vault/pin";
import { lockText } from "@/lib/text/lock";

type Props = {
  readonly label: string;
  /** Why it was not taken; said aloud. */
  readonly problem?: string | undefined;
  /** How long nothing can be typed; not said aloud every second. */
  readonly wait?: string | undefined;
  /** Shown under the dots while the PIN is worked on. */
  readonly busy?: string | undefined;
  readonly onPin: (pin: string) => void;
};

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const keyClass = "grid min-h-16 place-items-center [@media(max-height:44rem)]:min-h-13 rounded-field bg-surface text-title tabular-nums ring-1 ring-line active:bg-sunken disabled:opacity-40 sunlight:ring-2 sunlight:ring-ink";

/**
 * Six digits, taken as soon as they are complete. Large keys for a thumb, above them the field itself: whoever has a
 * keyboard or hears the screen types into that.
 */
export function PinEntry({ label, problem, wait, busy, onPin }: Props) {
  const [pin, setPin] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const stopped = wait !== undefined || busy !== undefined;
  useEffect(() => {
    if (!stopped) field.current?.focus({ preventScroll: true });
  }, [stopped, label]);
  const type = (typed: string) => {
    if (stopped) return;
    const digits = typed.replace(/\D/g, "").slice(0, pinLength);
    const isComplete = digits.length === pinLength && pin.length < pinLength;
    setPin(isComplete ? "" : digits);
    if (isComplete) onPin(digits);
  };
  const shown = busy === undefined ? pin.length : pinLength;
  return (
    <div className="grid gap-4">
      <div className="grid justify-items-center gap-2">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <div className="relative grid min-h-12 place-items-center rounded-field px-4 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-brand">
          <input
            ref={field}
            id={id}
            type="password"
            inputMode="none"
            autoComplete="one-time-code"
            maxLength={pinLength}
            value={pin}
            readOnly={stopped}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${id}-says`}
            onChange={(event) => type(event.target.value)}
            className="absolute inset-0 size-full cursor-default rounded-field bg-transparent text-transparent caret-transparent outline-none"
          />
          <span aria-hidden className="pointer-events-none flex gap-[min(1rem,3.5vw)]">
            {Array.from({ length: pinLength }, (_, index) => (
              <span key={index} className={`size-[min(1rem,5vw)] rounded-full border-2 border-brand ${index < shown ? "bg-brand" : ""}`} />
            ))}
          </span>
        </div>
        <div id={`${id}-says`} className="min-h-12 text-center font-medium">
          <p role="alert" className={busy === undefined ? "text-bad" : "text-ink-2"}>
            {busy ?? problem}
          </p>
          {wait !== undefined && <p role="timer">{lockText.wait(wait)}</p>}
        </div>
      </div>
      <div className="grid w-full max-w-80 grid-cols-3 gap-3 justify-self-center">
        {keys.map((key) => (
          <Key key={key} digit={key} disabled={stopped} onPress={() => type(pin + key)} />
        ))}
        <span />
        <Key digit="0" disabled={stopped} onPress={() => type(`${pin}0`)} />
        <button type="button" aria-label={lockText.backspace} disabled={stopped || pin === ""} onClick={() => setPin(pin.slice(0, -1))} className={keyClass}>
          <Delete aria-hidden size={26} />
        </button>
      </div>
    </div>
  );
}

function Key({ digit, disabled, onPress }: { readonly digit: string; readonly disabled: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" disabled={disabled} onClick={onPress} className={keyClass}>
      {digit}
    </button>
  );
}
