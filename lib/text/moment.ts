/** Moments and numbers as people in Vietnam read them, whatever the machine is set to. */
const zone = "Asia/Ho_Chi_Minh";

const time = new Intl.DateTimeFormat("vi-VN", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat("vi-VN", { timeZone: zone, day: "2-digit", month: "2-digit", year: "numeric" });
const count = new Intl.NumberFormat("vi-VN");
const percent = new Intl.NumberFormat("vi-VN", { style: "percent", maximumFractionDigits: 0 });
const megabytes = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const smallPercent = new Intl.NumberFormat("vi-VN", { style: "percent", maximumFractionDigits: 1 });

/** "09:46" */
export function formatTimeOfDay(instant: string): string {
  return time.format(new Date(instant));
}

/** "07/08/2026" */
export function formatDay(instant: string): string {
  return day.format(new Date(instant));
}

/** "48.000" */
export function formatCount(value: number): string {
  return count.format(value);
}

/** "180 KB", "1,4 MB": sizes as phones say them. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${megabytes.format(bytes / 1_000_000)} MB`;
}

/** "64%", and "0,2%" where a whole number would hide that there is something. */
export function formatShare(value: number): string {
  return (value < 0.1 ? smallPercent : percent).format(value);
}

/** "09:46, 07/08/2026" */
export function momentText(instant: string): string {
  return `${formatTimeOfDay(instant)}, ${formatDay(instant)}`;
}
