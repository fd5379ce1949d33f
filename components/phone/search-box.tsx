import { Search } from "lucide-react";
import type { InputHTMLAttributes, Ref } from "react";

type Props = Pick<InputHTMLAttributes<HTMLInputElement>, "onFocus"> & {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/** What a list is searched by; nothing has to be sent. */
export function SearchBox({ label, value, onType, ...input }: Props) {
  return (
    <label className="flex items-center gap-2 rounded-field border-[1.5px] border-control bg-surface px-3 focus-within:outline-3 focus-within:outline-brand">
      <Search aria-hidden size={20} className="flex-none text-ink-2" />
      <span className="sr-only">{label}</span>
      <input
        type="search" value={value} placeholder={label} enterKeyHint="search" autoComplete="off"
        onChange={(event) => onType(event.target.value)} className="min-h-12 w-full bg-transparent outline-none" {...input}
      />
    </label>
  );
}
