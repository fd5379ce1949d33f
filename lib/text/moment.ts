/**
 * Moments and numbers as people in Vietnam read them, whatever the machine is set to. Making one of the formats of
 * `Intl` takes a slow phone longer than drawing a screen: none is made before it is needed.
 */

/** UTC+7 all year. */
const vietnamOffset = 7 * 60 * 60 * 1000;

/** "09:46" */
export function formatTimeOfDay(instant: string): string {
  return inVietnam(instant).slice(11, 16);
}

/** "07/08/2026" */
export function formatDay(instant: string): string {
  const day = inVietnam(instant);
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** "48.000" */
export function formatCount(value: number): string {
  return count().format(value);
}

/** "12,4": one decimal, always. */
export function formatDecimal(value: number): string {
  return decimal().format(value);
}

/** "180 KB", "1,4 MB": sizes as phones say them. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${megabytes().format(bytes / 1_000_000)} MB`;
}

/** "64%", and "0,2%" where a whole number would hide that there is something. */
export function formatShare(value: number): string {
  return (value < 0.1 ? smallPercent() : percent()).format(value);
}

/** "09:46, 07/08/2026" */
export function momentText(instant: string): string {
  return `${formatTimeOfDay(instant)}, ${formatDay(instant)}`;
}

const count = numberFormat({});
const decimal = numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const megabytes = numberFormat({ maximumFractionDigits: 1 });
const percent = numberFormat({ style: "percent", maximumFractionDigits: 0 });
const smallPercent = numberFormat({ style: "percent", maximumFractionDigits: 1 });

/** Made at its first use. */
function numberFormat(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  let made: Intl.NumberFormat | undefined;
  return () => (made ??= new Intl.NumberFormat("vi-VN", options));
}

function inVietnam(instant: string): string {
  return new Date(Date.parse(instant) + vietnamOffset).toISOString();
}
