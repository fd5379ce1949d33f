/** Right end of the scale, in targets: whoever is beyond it gets a mark there. */
const fullScale = 1.3;

type Props = {
  readonly label: string;
  /** All against the target: 1 for 100 %. */
  readonly recorded?: number | undefined;
  readonly confirmed?: number | undefined;
  readonly matched: number;
  /** Where the year should be by now. */
  readonly pace?: number | undefined;
  /** The end of what is matched may still move. */
  readonly provisional?: boolean | undefined;
};

/**
 * Recorded as outline, confirmed half, matched solid, the target as a tick, where the year should be as dots: the same
 * logic as the tally on the phone, on one scale for all. Drawn with attributes only, because the content security
 * policy allows no inline styles.
 */
export function Bullet({ label, recorded = 0, confirmed = 0, matched, pace, provisional = false }: Props) {
  return (
    <svg role="img" aria-label={label} className="bullet" width="100%" height="18">
      <rect className="bullet-track" y="4" width="100%" height="10" rx="3" />
      {confirmed > 0 && <rect className="bullet-confirmed" y="4" width={share(confirmed)} height="10" rx="3" />}
      {matched > 0 && (
        <svg className="overflow-hidden" y="4" width={share(matched)} height="10">
          <rect className="bullet-matched" width="100%" height="10" rx="3" />
          {provisional && <rect x="100%" width="9" height="10" transform="translate(-9 0)" fill="url(#provisional)" />}
        </svg>
      )}
      {recorded > 0 && <rect className="bullet-recorded" x="0.75" y="4.75" width={share(recorded)} height="8.5" rx="2.5" />}
      {pace !== undefined && <line className="bullet-pace" x1={share(pace)} x2={share(pace)} y1="0" y2="18" />}
      <rect className="bullet-target" x={share(1)} y="0" width="2.5" height="18" transform="translate(-1.25 0)" />
      {matched > fullScale && (
        <svg x="100%" overflow="visible">
          <path className="bullet-beyond" d="M-9 6 L-5 9 L-9 12" />
        </svg>
      )}
    </svg>
  );
}

/** Lines that say "provisional", once per page: everything drawn refers to them. */
export function ProvisionalPattern() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <defs>
        <pattern id="provisional" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="provisional-gap" width="2" height="4" />
        </pattern>
      </defs>
    </svg>
  );
}

function share(value: number): string {
  return `${Math.max(0, Math.min(100, (100 * value) / fullScale))}%`;
}
