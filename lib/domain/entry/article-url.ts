import { err, ok, type Result } from "../result";
import type { RefusalCode } from "../refusal";

/**
 * Address of an article as it is compared: the same page has many spellings (www, mobile host, tracking
 * parameters, fragment, closing slash). What tells pages apart, path and other parameters, stays as it is.
 */
export function parseArticleUrl(text: string): Result<string, RefusalCode> {
  const match = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?(#\S*)?$/i.exec(text.normalize("NFC").trim());
  if (!match) return err("articleUrlMalformed");
  const [, , authority = "", path = "", query = ""] = match;
  const host = authority.toLowerCase().replace(/:(80|443)$/, "").replace(/^(www|m|mobile|amp)\./, "");
  if (!/^[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(host)) return err("articleUrlMalformed");
  const parameters = query.slice(1).split("&").filter((part) => part !== "" && !tracking.test(part));
  return ok(`https://${host}${path.replace(/\/+$/, "")}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`);
}

const tracking = /^(utm_\w+|fbclid|gclid|zarsrc|mibextid|rdid|share_url|ref|__\w+(\[\d*\])?)(=|$)/i;
