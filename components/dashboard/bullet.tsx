/**
 * Recorded as outline, confirmed half, matched solid, the target as a tick: the same logic as the tally on the phone. What
 * lies beyond the end of the scale is cut off; the numbers beside it say the rest. Drawn with attributes
 * only, because the content security policy allows no inline styles.
 */
export function Bullet({
  label,
  recorded,
  confirmed,
  matched,
  target,
  scale,
}: {
  readonly label: string;
  readonly recorded: number;
  readonly confirmed: number;
  readonly matched: number;
  readonly target: number | undefined;
  /** The value at the right end. */
  readonly scale: number;
}) {
  const share = (value: number) => `${Math.max(0, Math.min(100, scale > 0 ? (100 * value) / scale : 0))}%`;
  return (
    <svg role="img" aria-label={label} className="bullet" width="100%" height="18">
      <rect className="bullet-track" y="4" width="100%" height="10" rx="3" />
      {confirmed > 0 && <rect className="bullet-confirmed" y="4" width={share(confirmed)} height="10" rx="3" />}
      {matched > 0 && <rect className="bullet-matched" y="4" width={share(matched)} height="10" rx="3" />}
      {recorded > 0 && <rect className="bullet-recorded" x="0.75" y="4.75" width={share(recorded)} height="8.5" rx="2.5" />}
      {target !== undefined && target > 0 && <rect className="bullet-target" x={share(target)} y="0" width="2.5" height="18" transform="translate(-2.5 0)" />}
    </svg>
  );
}
