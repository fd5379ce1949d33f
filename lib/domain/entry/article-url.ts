import { err, ok, type Result } from "../result";
import type { RefusalCode } from "../refusal";

/**
 * Address of an article as it is compared: the same page has many spellings (www, mobile host, escaped letters,
 * tracking parameters, fragment, closing slash). What tells pages apart, path and other parameters, stays as it
 * is. Idempotent. Refuses with `required` or `articleUrlMalformed`.
 */
export function parseArticleUrl(text: string): Result<string, RefusalCode> {
  if (text.trim() === "") return err("required");
  const match = /^https?:\/\/([^/?#\s\\]+)(\/[^?#\s]*)?(\?[^#\s]*)?(?:#\S*)?$/i.exec(text.normalize("NFC").trim());
  if (!match || /\p{C}/u.test(match[0])) return err("articleUrlMalformed");
  const [, authority = "", path = "", query = ""] = match;
  const host = hostOf(authority);
  if (!/^[\p{L}\p{M}\d-]+(\.[\p{L}\p{M}\d-]+)*\.\p{L}[\p{L}\p{M}\d-]+$/u.test(host)) return err("articleUrlMalformed");
  const parameters = query.slice(1).split("&").map(readable).filter((part) => part !== "" && !tracking.test(part));
  return ok(`https://${host}${readable(path).replace(/\/+$/, "")}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`);
}

/** The name of the site in an address, for who published an article: `baobinhdinh.vn`. Undefined for no address. */
export function siteOf(text: string): string | undefined {
  const url = parseArticleUrl(text);
  return url.ok ? url.value.slice("https://".length).split(/[/?]/)[0] : undefined;
}

/** The first address in a text: apps put words around a link that is shared from them. */
export function findUrl(text: string): string | undefined {
  return /https?:\/\/[^\s<>"“”]+/i.exec(text)?.[0].replace(/[.,;:!)\]}'’]+$/, "");
}

/** The sites under which Facebook serves the same page. */
const ofFacebook = /^(?:(?:[a-z]{2}-[a-z]{2}|web|touch|mbasic|m|www)\.)*(?:facebook|fb)\.com$/;

/** Never down to a bare ending: `m.vn` is a site of its own. */
function hostOf(authority: string): string {
  const host = authority.toLowerCase().replace(/:(80|443)$/, "");
  return ofFacebook.test(host) ? "facebook.com" : host.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, "");
}

/**
 * Letters outside of ASCII as letters, however they were escaped; escapes of anything else stay, because `%2F` is
 * another page than `/`.
 */
function readable(text: string): string {
  return text.replace(/(?:%[89A-F][0-9A-F])+|%[0-9A-F]{2}/gi, (escaped) => {
    const letters = decode(escaped);
    return letters !== undefined && !/[\s\p{C}\u0000-\u007f]/u.test(letters) ? letters.normalize("NFC") : escaped.toUpperCase();
  }).normalize("NFC");
}

function decode(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined; // no UTF-8
  }
}

/** Who shared the link, and from where. */
const tracking =
  /^(utm_\w+|fbclid|gclid|gidzl|zarsrc|igsh(id)?|mibextid|rdid|share_url|ref|_rd[rc]|__\w+((\[|%5B)\d*(\]|%5D))?)(=|$)/i;
