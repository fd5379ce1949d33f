import { accent, faint, mark, paper, tint } from "./strokes";

/** The counter of the commune's police, where one goes in person. */
export function Police() {
  return (
    <>
      <path d="M22 40 80 10l58 30z" className={tint} />
      <path d="M30 40v46M130 40v46M50 40v22M110 40v22" />
      <rect x="22" y="62" width="116" height="28" rx="3" className={paper} />
      <path d="M34 76h30M96 76h30" className={faint} />
      <path d="M66 52c6 0 10-2 14-6 4 4 8 6 14 6v10c0 10-5 17-14 21-9-4-14-11-14-21z" className={accent} />
      <path d="m80 55 2.6 6.200 6.700.5-5.100 4.400 1.6 6.5-5.800-3.5-5.800 3.5 1.6-6.5-5.100-4.400 6.700-.5z" className={`${mark} stroke-none`} />
    </>
  );
}
