import { scanner as text } from "@/lib/text/scanner";

/** Where the code is: front of the older card, back of the newer one. */
export function CardSides() {
  return (
    <>
      <h2 className="text-small font-semibold text-ink-2">{text.where}</h2>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-2.5">
        <Side {...text.cards.cccd} code={<rect x="43" y="6" width="13" height="13" rx="2" className="fill-brand" />} />
        <Side {...text.cards.canCuoc} code={<rect x="39" y="9" width="18" height="18" rx="2" className="fill-brand" />} />
      </ul>
    </>
  );
}

function Side({ name, side, code }: { readonly name: string; readonly side: string; readonly code: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2.5 rounded-field bg-sunken p-2.5 sunlight:border-2">
      <svg aria-hidden viewBox="0 0 64 42" className="w-14 flex-none fill-surface stroke-ink stroke-2">
        <rect x="1" y="1" width="62" height="40" rx="6" />
        <rect x="8" y="10" width="10" height="13" rx="2" />
        <path d="M8 31h46M24 24h12" />
        <g strokeWidth="0">{code}</g>
      </svg>
      <span>
        <b className="block text-small font-semibold">{name}</b>
        <span className="block text-caption text-ink-2">{side}</span>
      </span>
    </li>
  );
}
