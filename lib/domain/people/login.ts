import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { foldText } from "../text/fold";

/** The name somebody signs in with: 3 to 40 small letters and digits, with `.`, `-` or `_` between them. Never changes. */
export type Login = string & z.core.$brand<"Login">;
export const Login = parsedText(parseLogin);

/** Reads a login; capital letters are meant small. Refuses with `required`, `tooLong` or `loginMalformed`. */
export function parseLogin(text: string): Result<Login, RefusalCode> {
  const login = text.trim().toLowerCase();
  if (login === "") return err("required");
  if (login.length > longest) return err("tooLong");
  return login.length >= shortest && pattern.test(login) ? ok(login as Login) : err("loginMalformed");
}

const pattern = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const [shortest, longest] = [3, 40];

/**
 * A login that nobody has, after the last two words of a name: `Võ Quốc Bảo` is `quocbao`, the next one `quocbao2`.
 * @param isTaken asked until one is free
 */
export function freeLogin(name: string, isTaken: (login: string) => boolean): Login {
  const words = foldText(name).split(/\s+/).map((word) => word.replace(/[^a-z0-9]/g, "")).filter((word) => word !== "");
  const own = words.slice(-2).join("").slice(0, longest - 8);
  const stem = own.length >= shortest ? own : `nguoi${own}`;
  for (let number = 1; ; number++) {
    const login = number === 1 ? stem : `${stem}${number}`;
    if (!isTaken(login)) return login as Login;
  }
}
