import { TextField } from "@/components/ui/field";

type Props = { readonly label: string; readonly error?: string | undefined; readonly recovery?: boolean; readonly autoFocus?: boolean };

/** The six digits of an authenticator, or a recovery code from paper. */
export function CodeField({ label, error, recovery = false, autoFocus = false }: Props) {
  return (
    <TextField
      key={String(recovery)}
      label={label}
      name="code"
      autoFocus={autoFocus}
      inputMode={recovery ? "text" : "numeric"}
      autoComplete={recovery ? "off" : "one-time-code"}
      autoCapitalize={recovery ? "characters" : "none"}
      autoCorrect="off"
      spellCheck={false}
      maxLength={recovery ? 20 : 8}
      error={error}
      className="tracking-widest tabular-nums"
    />
  );
}
