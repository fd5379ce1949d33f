export const long = "x".repeat(9_000);

const card = (changes: { number?: string; name?: string; birth?: string }) =>
  `${changes.number ?? "052095001234"}|215123456|${changes.name ?? "Nguyễn Văn An"}|${changes.birth ?? "15031995"}|Nam|Phước Lộc, Tuy Phước, Bình Định|10052021`;

export const cards = {
  good: card({}),
  ofSomebodyElse: card({ number: "052095001235" }),
  withOddNumber: card({ number: "05209500123" }),
  withOddName: card({ name: "Nguyễn V4n An" }),
  withEndlessName: card({ name: "Nguyễn ".repeat(30) }),
  withOddBirth: card({ birth: "31021995" }),
  ofTomorrow: card({ birth: "08082026" }),
  ofLongAgo: card({ birth: "15031800" }),
  withLettersForBirth: card({ birth: "15/3/95" }),
  ofVneid: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
} as const;

/** For plans: somebody of the team who is on another shift at that time, and somebody of no team. */
export const people = { busy: "0190a000-0000-7000-8000-0000000000c0", stranger: "0190a000-0000-7000-8000-0000000000d0" } as const;

/** What people type, paste or scan where something else is asked for. */
const oddTexts = [
  long, `https://a.vn/${"x".repeat(1_000)}`, ...Object.values(cards),
  "", "  ", "abc", "!?", "12", "123456789", "052095001234", "05209500123", "-3", "1,5", "999999999", "0", "mười",
  "31/02/1995", "15/03/2090", "15/03/1800", "1995", "2026-02-30",
  "Nguyễn V4n An", "0912345678", "0123", "1.011442.000.00.00.H38", "G22.99.3-241219795252", "H08.21-269907-0041", "H08.21-260807-0041", "https://a", "4100259236",
  "Nguyá»…n VÄƒn An",
] as const;

/** What a browser gives for a day, a time or both: nothing, or what its picker allows. */
const odd = { day: ["", "2020-01-01", "2090-01-01"], time: ["", "06:00", "23:59"], moment: ["", "2020-01-01T00:00", "2090-01-01T00:00"] } as const;

export function oddTextsFor(path: string): readonly string[] {
  if (/(^|\.)(publishedOn|comeBackOn|answeredOn|from|through|day|date|validFrom)$/.test(path)) return odd.day;
  if (/(^|\.)(startsAt|endsAt)$/.test(path)) return odd.time;
  return /(^|\.)(checkedIn|checkedOut)$/.test(path) ? odd.moment : oddTexts;
}

/** The content with one value changed; the path as a refusal names fields. */
export function withChange<Content extends object>(content: Content, path: string, value: unknown): Content {
  const [key = "", ...rest] = path.split(".");
  const inner = Reflect.get(content, key) as object;
  const changed = rest.length === 0 ? value : withChange(inner, rest.join("."), value);
  return (Array.isArray(content) ? content.map((one: unknown, index) => (String(index) === key ? changed : one)) : { ...content, [key]: changed }) as Content;
}

export function withChanges(content: object, changes: Readonly<Record<string, unknown>>): object {
  return Object.entries(changes).reduce((before, [path, value]) => withChange(before, path, value), content);
}

/** What a person may type into: every text but ids, kinds and moments that the form itself sets. */
export function typedPaths(content: unknown, at = ""): string[] {
  if (typeof content === "string") return /(^|\.)(id|\w+Id|kind|type|method|result|audience|channel|portal|givenAt|salt|digest|entryId|issuedAt|hasAccount|hasVneid|sex|happenedAt)$|purposes|personIds|^answers/.test(at) ? [] : [at];
  if (typeof content !== "object" || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) => typedPaths(value, at === "" ? key : `${at}.${key}`));
}

/** `outcomes.1.dossierCode` → `outcomes.#.dossierCode`: which one does not matter. */
export function anyOf(field: string | undefined): string {
  return (field ?? "").replace(/\.\d+(?=\.|$)/g, ".#");
}
