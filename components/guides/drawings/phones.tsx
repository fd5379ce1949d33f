import type { ReactNode } from "react";
import { accent, blue, faint, mark, onAccent, paper, tint } from "./strokes";

/** A phone in the middle, 50 wide; what it shows lies between x 59 and 101, y 16 and 84. */
function Phone({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <rect x="55" y="5" width="50" height="90" rx="8" className={paper} />
      <path d="M74 11h12" />
      {children}
    </>
  );
}

const Field = ({ y }: { readonly y: number }) => <rect x="62" y={y} width="36" height="10" rx="3" className={faint} />;

export function SignIn() {
  return (
    <Phone>
      <Field y={26} />
      <Field y={42} />
      <rect x="62" y="60" width="36" height="14" rx="5" className={accent} />
      <path d="M72 67h14m-5-4 5 4-5 4" className={onAccent} />
      <path d="M108 84c6-2 8-6 8-12V63a3.5 3.5 0 0 1 7 0v10l9 2c4 1 5 4 4 8l-2 8h-16z" className={paper} />
    </Phone>
  );
}

export function Account() {
  return (
    <Phone>
      <circle cx="80" cy="31" r="8" className={tint} />
      <path d="M67 53c1-8 6-11 13-11s12 3 13 11z" className={tint} />
      <path d="M64 64h32M64 73h22" className={faint} />
      <circle cx="112" cy="74" r="13" className={accent} />
      <path d="m106 74 4 5 8-9" className={onAccent} />
    </Phone>
  );
}

export function Link() {
  return (
    <>
      <rect x="8" y="25" width="50" height="50" rx="8" className={paper} />
      <circle cx="33" cy="43" r="7" className={tint} />
      <path d="M21 65c1-7 5-10 12-10s11 3 12 10z" className={tint} />
      <rect x="102" y="25" width="50" height="50" rx="8" className={paper} />
      <path d="M102 38h50M111 31.500h.1M118 31.500h.1" />
      <path d="M111 50h32M111 60h20" className={faint} />
      <g className={blue} strokeWidth={4}>
        <path d="M76 43h-6a7 7 0 0 0 0 14h6M84 43h6a7 7 0 0 1 0 14h-6M73 50h14" />
      </g>
    </>
  );
}

export function Nfc() {
  return (
    <>
      <rect x="14" y="40" width="72" height="46" rx="6" className={tint} />
      <rect x="23" y="50" width="14" height="11" rx="2" className={mark} />
      <path d="M23 72h26M23 78h16" className={blue} />
      <rect x="62" y="5" width="50" height="90" rx="8" className={paper} />
      <path d="M81 11h12" />
      <path d="M74 62h26M74 70h16" className={faint} />
      <g className={blue} strokeWidth={3}>
        <path d="M78 46c4-4 4-10 0-14M85 51c7-7 7-17 0-24M92 56c10-10 10-24 0-34" />
      </g>
    </>
  );
}

export function Qr() {
  return (
    <Phone>
      <path d="M62 34v-6a4 4 0 0 1 4-4h6M88 24h6a4 4 0 0 1 4 4v6M98 58v6a4 4 0 0 1-4 4h-6M72 68h-6a4 4 0 0 1-4-4v-6" className={blue} strokeWidth={3.5} />
      <rect x="68" y="31" width="9" height="9" rx="1" />
      <rect x="83" y="31" width="9" height="9" rx="1" />
      <rect x="68" y="51" width="9" height="9" rx="1" />
      <path d="M83 47h4v5h5M84 59h.1M92 59h.1M70 46h7" />
      <path d="M68 80h24" className={faint} />
    </Phone>
  );
}

export function Face() {
  return (
    <Phone>
      <ellipse cx="80" cy="46" rx="17" ry="23" className={tint} strokeWidth={3} strokeDasharray="7 5" />
      <path d="M73 42h.1M87 42h.1" strokeWidth={4} />
      <path d="M73 54c4 4 10 4 14 0M80 44v5" />
      <circle cx="80" cy="83" r="5" className={accent} />
    </Phone>
  );
}

export function Otp() {
  return (
    <Phone>
      <path d="M62 27h26a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H72l-6 6v-6a4 4 0 0 1-4-4z" className={tint} />
      <path d="M70 35h.1M77 35h.1M84 35h.1" strokeWidth={4.5} className={blue} />
      <path d="M63 70h6M76.5 70h7M91 70h6" strokeWidth={3.5} />
      <path d="M66 61h.1M80 61h.1" strokeWidth={5} />
      <path d="M120 45c6 0 11-2 15-6 4 4 9 6 15 6v14c0 12-6 20-15 24-9-4-15-12-15-24z" className={accent} />
      <path d="M128 61v-4a7 7 0 0 1 14 0v4" className={onAccent} />
      <rect x="126" y="60" width="18" height="13" rx="2" className="fill-on-brand stroke-on-brand" />
    </Phone>
  );
}

export function Download() {
  return (
    <Phone>
      <rect x="66" y="26" width="28" height="28" rx="8" className={accent} />
      <path d="M80 32v13m-6-5 6 6 6-6M74 49.500h12" className={onAccent} />
      <path d="M64 66h32" className={faint} strokeWidth={5} />
      <path d="M64 66h18" className={blue} strokeWidth={5} />
      <path d="M70 78h20" className={faint} />
    </Phone>
  );
}

export function Search() {
  return (
    <Phone>
      <rect x="61" y="22" width="38" height="13" rx="6.5" className={tint} />
      <path d="M67 28.500h16" className={blue} />
      <path d="M64 46h30M64 56h24M64 66h28M64 76h18" className={faint} />
      <circle cx="112" cy="55" r="15" className={paper} strokeWidth={4} />
      <path d="m123 66 13 13" strokeWidth={6} />
    </Phone>
  );
}

export function Pay() {
  return (
    <Phone>
      <path d="M64 26h32M64 35h20" className={faint} />
      <rect x="62" y="66" width="36" height="14" rx="5" className={accent} />
      <path d="m73 73 5 4 9-8" className={onAccent} />
      <rect x="88" y="38" width="58" height="36" rx="5" className={tint} />
      <path d="M91 49h52" strokeWidth={5} className={blue} />
      <path d="M96 64h16" className={blue} />
      <circle cx="135" cy="63" r="5" className={mark} />
    </Phone>
  );
}
