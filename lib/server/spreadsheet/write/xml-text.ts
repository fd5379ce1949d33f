import "server-only";

/** Text between tags or quotes; without what XML can't hold. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? "")
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

/** The same where a line end would become a blank. */
export function attribute(text: string): string {
  return xmlText(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
