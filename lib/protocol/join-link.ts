import { Uuid } from "../domain/ids";
import { placeKinds } from "../domain/entry/help-session";
import { invitedRoles, type InvitedRole } from "../domain/invitation/invitation";
import { InvitationSecret } from "../domain/invitation/invitation-code";
import { LocalDate } from "../domain/time/local-date";

/** What a QR code for joining says: enough to work at once, without a network. */
export type JoinLink = {
  readonly unit: { readonly id: Uuid; readonly name: string };
  readonly place?: { readonly id: Uuid; readonly kind: (typeof placeKinds)[number]; readonly name: string };
  /** Absent on a poster: whoever scans it asks. */
  readonly invitation?: { readonly secret: InvitationSecret; readonly role: InvitedRole; /** The last day. */ readonly through: LocalDate };
};

export const joinPath = "/join";

/** Longer names are cut: the code has to stay easy to scan, and the whole name comes with the first synchronisation. */
const longestName = 60;

/**
 * The address in the QR code. What it says is behind the `#`, which browsers never send to a server.
 *
 *     kind (1) · unit (16) · name · place's kind or 0 (1) [ · place (16) · name ] [ · secret (16) · last day (2) ]
 *     kind: 1 poster, 2 volunteer, 3 leader; a name is its length in bytes and UTF-8
 */
export function writeJoinLink(origin: string, { unit, place, invitation }: JoinLink): string {
  const bytes = [
    invitation ? firstRole + invitedRoles.indexOf(invitation.role) : poster,
    ...idBytes(unit.id),
    ...nameBytes(unit.name),
    ...(place ? [placeKinds.indexOf(place.kind) + 1, ...idBytes(place.id), ...nameBytes(place.name)] : [0]),
    ...(invitation ? [...fromBase64(invitation.secret), ...dayBytes(invitation.through)] : []),
  ];
  return `${origin}${joinPath}#${toBase64(Uint8Array.from(bytes))}`;
}

/** @param text of a scanned code, or an address. Undefined for everything that is no complete link of ours. */
export function readJoinLink(text: string): JoinLink | undefined {
  const [, fragment] = /^(?:https?:\/\/[^/\s]+)?\/join\/?#([A-Za-z0-9_-]+)$/.exec(text.trim()) ?? [];
  return fragment ? readFragment(fragment) : undefined;
}

const poster = 1;
const firstRole = 2;

function readFragment(fragment: string): JoinLink | undefined {
  try {
    const bytes = fromBase64(fragment);
    let at = 0;
    const take = (count: number) => {
      if (at + count > bytes.length) throw new RangeError("The link ends early");
      return bytes.subarray(at, (at += count));
    };
    const byte = () => take(1)[0]!;
    const id = () => Uuid.parse(idText(take(16)));
    const name = () => new TextDecoder("utf-8", { fatal: true }).decode(take(byte()));
    const kind = byte();
    const unit = { id: id(), name: name() };
    const placeKind = byte();
    const place = placeKind === 0 ? undefined : { kind: known(placeKinds[placeKind - 1]), id: id(), name: name() };
    const invitation = kind === poster ? undefined : { role: known(invitedRoles[kind - firstRole]), secret: toBase64(take(16)), through: dayOf(take(2)) };
    if (at !== bytes.length) return undefined;
    return { unit, ...(place ? { place } : {}), ...(invitation ? { invitation } : {}) };
  } catch {
    return undefined; // cut, changed, or of a version that is not known here
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("Unknown kind");
  return value;
}

function idBytes(id: string): number[] {
  return id.replaceAll("-", "").match(/../g)!.map((pair) => parseInt(pair, 16));
}

function idText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function nameBytes(name: string): number[] {
  const bytes = new TextEncoder().encode(shortened(name.normalize("NFC").trim()));
  return [bytes.length, ...bytes];
}

/** Cut between words, or where a word alone is too long, between letters. */
function shortened(name: string): string {
  const fits = (text: string) => new TextEncoder().encode(text).length <= longestName;
  if (fits(name)) return name;
  let letters = [...name];
  while (!fits(`${letters.join("")}…`)) letters = letters.slice(0, -1);
  const words = letters.join("").replace(/\s+\S*$/, "");
  return `${words}…`;
}

const dayMs = 24 * 60 * 60 * 1000;

function dayBytes(day: LocalDate): number[] {
  const days = Date.parse(`${day}T00:00:00Z`) / dayMs;
  return [days >> 8, days & 0xff];
}

function dayOf([high = 0, low = 0]: Uint8Array): LocalDate {
  return LocalDate.parse(new Date((high * 256 + low) * dayMs).toISOString().slice(0, 10));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
