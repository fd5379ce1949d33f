import { localDateOf, type LocalDate } from "../../domain/time/local-date";
import { newId } from "./new-id";

/** What somebody gets who begins in this browser: an id for good, and a secret by which the server knows this phone again. */
export function browserIds(): { readonly id: string; readonly claim: string; readonly today: LocalDate } {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const claim = btoa(String.fromCharCode(...secret)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return { id: newId(Date.now(), crypto), claim, today: localDateOf(new Date().toISOString()) };
}
