import type { ReactNode } from "react";
import { accent, blue, faint, mark, onAccent, paper, tint } from "./strokes";

/** A sheet in the middle with its corner folded. */
function Sheet({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <path d="M49 6h44l18 18v66a4 4 0 0 1-4 4H53a4 4 0 0 1-4-4z" className={paper} />
      <path d="M93 6v14a4 4 0 0 0 4 4h14" />
      {children}
    </>
  );
}

export function Document() {
  return (
    <Sheet>
      <path d="M60 30h22" strokeWidth={4} className={blue} />
      <path d="M60 44h40M60 54h40M60 64h28" className={faint} />
      <path d="m92 88 3-12 27-27a6 6 0 0 1 9 9l-27 27z" className={tint} />
      <path d="m117 54 9 9" className={blue} />
    </Sheet>
  );
}

export function Camera() {
  return (
    <>
      <rect x="47" y="22" width="66" height="54" rx="3" className={paper} />
      <circle cx="62" cy="40" r="7" className={tint} />
      <path d="M76 36h26M76 45h20M57 58h46M57 67h30" className={faint} />
      <path d="M30 26V12a4 4 0 0 1 4-4h16M110 8h16a4 4 0 0 1 4 4v14M130 72v14a4 4 0 0 1-4 4h-16M50 90H34a4 4 0 0 1-4-4V72" className={blue} strokeWidth={4.5} />
    </>
  );
}

export function Code() {
  return (
    <Sheet>
      <path d="M60 22h20M60 31h26" className={faint} />
      <path d="M61 44v20M66 44v20M73 44v20M77 44v20M84 44v20M91 44v20M95 44v20M100 44v20" strokeWidth={3} />
      <rect x="58" y="72" width="44" height="13" rx="4" className={accent} />
      <path d="M65 78.500h6M76 78.500h10M91 78.500h5" className={onAccent} />
    </Sheet>
  );
}

export function Receipt() {
  return (
    <>
      <path d="M52 6h56v86l-7-6-7 6-7-6-7 6-7-6-7 6-7-6-7 6z" className={paper} />
      <path d="M62 22h36M62 34h22M62 46h22M92 34h6M92 46h6" className={faint} />
      <path d="M62 62h36" strokeWidth={4} className={blue} />
      <circle cx="114" cy="66" r="15" className={accent} />
      <path d="m107 66 5 6 9-11" className={onAccent} strokeWidth={3.5} />
    </>
  );
}

export function Result() {
  return (
    <Sheet>
      <path d="M60 30h22" strokeWidth={4} className={blue} />
      <path d="M60 42h40M60 52h24" className={faint} />
      <path d="m99 82-5 15 12-5 12 5-5-15" className={mark} />
      <circle cx="106" cy="68" r="19" className={accent} />
      <path d="m97 68 7 8 12-15" className={onAccent} strokeWidth={4} />
    </Sheet>
  );
}
