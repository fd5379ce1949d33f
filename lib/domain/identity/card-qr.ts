import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";
import { parseLocalDate, type LocalDate } from "../time/local-date";
import { parseBirthDateOnCard, type BirthDate } from "./birth-date";
import { parsePersonName, type PersonName } from "./person-name";
import { parsePersonalNumber, type PersonalNumber } from "./personal-number";
import { parseSex, type Sex } from "./sex";

/** What is kept of a card: nothing of the old number, of other people, or of the raw text. */
export type CardFields = {
  readonly personalNumber: PersonalNumber;
  readonly name: PersonName;
  readonly birth: BirthDate;
  readonly sex: Sex;
  /** Comma separated, without "Xã/Huyện/Tỉnh"; cards from before July 2025 hold the old units. */
  readonly address?: string;
  readonly issuedOn?: LocalDate;
  readonly layout: "cccd" | "canCuoc";
};

/**
 * Reads the QR code of an identity card: 7 fields on a CCCD, 8 or more on a thẻ Căn cước, separated by `|`
 * and known by position. The code is unsigned: it saves typing and proves nothing.
 *
 * Refuses with `cardWrongCharset` (decoded with another character set, or into what is no name), `cardIsVneid`,
 * `cardNotACard`, `cardNumberMalformed`, or with the refusal of the birth on it. An unreadable day of issue is
 * left out, because nothing depends on it. Source: facts §1.
 */
export function parseCardQr(text: string, today: LocalDate): Result<CardFields, RefusalCode> {
  if (wasMisread(text)) return err("cardWrongCharset");
  const raw = text.split("|");
  if (raw.length < fieldsOfCccd) return err(isVneidCode(cleanText(text)) ? "cardIsVneid" : "cardNotACard");
  const [number = "", , nameText = "", birthText = "", sexText = "", address = "", issuedText = ""] = raw
    .slice(0, fieldsOfCccd)
    .map(cleanText);

  const sex = parseSex(sexText);
  if (!/^\d{12}$/.test(number)) {
    return err(sex.ok && /^\d{4,8}$/.test(birthText) ? "cardNumberMalformed" : "cardNotACard");
  }
  const personalNumber = parsePersonalNumber(number);
  if (!personalNumber.ok) return err("cardNumberMalformed");
  if (!sex.ok) return err("cardNotACard");
  const name = parsePersonName(nameText);
  if (!name.ok) return err(name.error === "required" ? "cardNotACard" : "cardWrongCharset");
  const birth = parseBirthDateOnCard(birthText, today);
  if (!birth.ok) return err(birth.error === "required" ? "cardNotACard" : birth.error);
  const issuedOn = dateOnCard(issuedText);
  return ok({
    personalNumber: personalNumber.value,
    name: name.value,
    birth: birth.value,
    sex: sex.value,
    ...(address !== "" && { address }),
    ...(issuedOn && { issuedOn }),
    layout: raw.length === fieldsOfCccd ? "cccd" : "canCuoc",
  });
}

const fieldsOfCccd = 7;

/**
 * Vietnamese that was decoded with the wrong character set shows U+FFFD, C1 control characters, East Asian
 * letters, or the first byte of a UTF-8 letter read as a letter of its own (`Nguyá»…n VÄƒn An`).
 */
function wasMisread(text: string): boolean {
  return (
    /[\uFFFD\u0080-\u009F\u3000-\u303F\uFF00-\uFFEF]/.test(text) ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u.test(text) ||
    /á[º»]|Ã[\u00A0-\u00BF€ƒ„†‡ˆ‰Š‹ŒŽ“”•˜™š›œžŸ]|[ÄÅÆ]/.test(text.normalize("NFC"))
  );
}

/**
 * The code in the VNeID app changes all the time and is readable to its own readers only: a link that names
 * VNeID, a signed token, or one long run of base64. Payment codes (EMV, they begin with 000201) look alike.
 */
function isVneidCode(text: string): boolean {
  if (/vneid|dinhdanhdientu/i.test(text)) return true;
  if (/^000201/.test(text)) return false;
  if (/^[\w-]{8,}\.[\w-]{16,}\.[\w-]{16,}$/.test(text)) return true;
  return /^[\w+/-]{60,}={0,2}$/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

/** `DDMMYYYY`. */
function dateOnCard(text: string): LocalDate | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const date = parseLocalDate(`${year}-${month}-${day}`);
  return date.ok ? date.value : undefined;
}
