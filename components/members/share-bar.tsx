/** A share of a whole and its target as a tick. Drawn with attributes only: the content security policy allows no inline styles. */
export function ShareBar({ label, share, target }: { readonly label: string; readonly share: number; readonly target: number | undefined }) {
  const width = (value: number) => `${Math.max(0, Math.min(100, value * 100))}%`;
  return (
    <svg role="img" aria-label={label} className="share-bar" width="100%" height="18">
      <rect className="share-track" y="4" width="100%" height="10" rx="3" />
      {share > 0 && <rect className="share-done" y="4" width={width(share)} height="10" rx="3" />}
      {target !== undefined && target > 0 && <rect className="share-target" x={width(target)} y="0" width="2.5" height="18" transform="translate(-2.5 0)" />}
    </svg>
  );
}

export function ShareLegend({ share, target }: { readonly share: string; readonly target: string }) {
  return (
    <p className="panel-legend">
      <span><svg aria-hidden width="18" height="10"><rect className="share-done" width="18" height="10" rx="3" /></svg>{share}</span>
      <span><svg aria-hidden width="3" height="14"><rect className="share-target" width="2.5" height="14" /></svg>{target}</span>
    </p>
  );
}
