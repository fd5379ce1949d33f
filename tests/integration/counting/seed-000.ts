import type { NotCountedReason } from "@/lib/domain/refusal";
import type { Standing } from "@/lib/domain/report/standing";
import { makeRecord } from "../../factories/commands";
import { accountColumns, dossierFile } from "../../factories/imports";
import { makeDossier, makeHelpSession, makeId, makeOutcome, makePerson } from "../../factories/help-session";

/** What the author of a claim reads of it. */
type Told = { readonly notCounted?: NotCountedReason; readonly standing?: Standing; readonly proposedCode?: string };

/** An entry of one outcome; `key`: its code or number. `told`: before the register arrived, after its first file, after its second. */
export type Claimed = {
  readonly kind: "good" | "old" | "twice" | "contested";
  readonly of: "dossier" | "account";
  readonly key: string;
  readonly index: number;
  readonly team: "teamA" | "teamB";
  /** When it is entered: contested ones before the unit's own, the main ones, and those that come again. */
  readonly wave: "first" | "main" | "again";
  readonly command: ReturnType<typeof makeRecord>;
  readonly told: { readonly before: Told; readonly first: Told; readonly second: Told };
};

/** How many of the good ones the first file has wrong, and of the old ones it has as new. */
export const overclaimed = { wrongDay: 12, wrongChannel: 9, wrongCode: 3, wronglyOld: 8, wronglyNew: 6 };
const [afterDays, afterChannels, afterCodes] = [overclaimed.wrongDay, overclaimed.wrongDay + overclaimed.wrongChannel, overclaimed.wrongDay + overclaimed.wrongChannel + overclaimed.wrongCode];

const goodCode = (index: number) => `H08.21-260805-${1_000 + index * 13}`;
const oldCode = (index: number) => `H08.21-21${["0412", "0903", "1215"][index % 3]}-${1_000 + index * 13}`;
/** As the first file has it: another unit's, and nobody's. */
const mistyped = (code: string) => code.replace("H08.21", "H08.41");
const goodNumber = (index: number) => `05209510${String(index).padStart(4, "0")}`;
const oldNumber = (index: number) => `05209520${String(index).padStart(4, "0")}`;

type Units = { readonly teamA: string; readonly teamB: string };
type Entered = Omit<Claimed, "command" | "told" | "wave" | "team"> & Partial<Pick<Claimed, "wave" | "team">>;

/** 500 dossiers and 200 accounts that count, as many that don't, 40 dossiers again, and 15 of another unit: 5 of them before. */
export function claimsOf(units: Units): Claimed[] {
  const entered: Entered[] = [
    ...range(0, 5).map((index) => contested(index, "teamB", "first")),
    ...range(0, 15).map((index) => contested(index, "teamA", "main")),
    ...range(15, 55).map((index) => twice(index, "main")),
    ...range(55, 500).map((index) => ({ kind: "good" as const, of: "dossier" as const, key: goodCode(index), index })),
    ...range(0, 500).map((index) => ({ kind: "old" as const, of: "dossier" as const, key: oldCode(index), index })),
    ...range(0, 200).map((index) => ({ kind: "good" as const, of: "account" as const, key: goodNumber(index), index })),
    ...range(0, 200).map((index) => ({ kind: "old" as const, of: "account" as const, key: oldNumber(index), index })),
    ...range(15, 55).map((index) => twice(index, "again")),
    ...range(5, 15).map((index) => contested(index, "teamB", "again")),
  ];
  return entered.map((claim) => {
    const placed = { team: "teamA" as const, wave: "main" as const, ...claim };
    return { ...placed, command: commandOf(placed, units), told: toldOf(placed) };
  });
}

function contested(index: number, team: Claimed["team"], wave: Claimed["wave"]): Entered {
  return { kind: "contested", of: "dossier", key: goodCode(index), index, team, wave };
}
function twice(index: number, wave: Claimed["wave"]): Entered {
  return { kind: "twice", of: "dossier", key: goodCode(index), index, wave };
}

type Placed = Omit<Claimed, "command" | "told">;

/** Half of the old accounts are entered as of the day on which they were made, the other half as if it were done now. */
function commandOf({ of, kind, key, index, team }: Placed, units: Units): Claimed["command"] {
  if (of === "dossier") {
    const subject = makePerson({ personalNumber: `05209530${String(index).padStart(4, "0")}` });
    return makeRecord(units[team], makeHelpSession({ subject, outcomes: [makeDossier({ id: makeId(), dossierCode: key })] }));
  }
  const subject = makePerson({ personalNumber: key, birth: { precision: "year", year: index % 2 === 0 ? 2000 : 1970 } });
  const happenedAt = kind === "old" && isAdmitted(index) ? "2022-03-08T02:46:00.000Z" : "2026-08-07T02:46:00.000Z";
  return makeRecord(units[team], makeHelpSession({ happenedAt, subject, outcomes: [makeOutcome("accountOpened")] }));
}

const isAdmitted = (index: number) => index < 100;

function toldOf({ of, kind, key, index, team, wave }: Placed): Claimed["told"] {
  const [notFound, matched, outsideScheme]: [Told, Told, Told] = [{ standing: "notFound" }, { standing: "matched" }, { standing: "outsideScheme" }];
  if (of === "account") {
    if (kind === "good") return { before: notFound, first: index < overclaimed.wronglyOld ? outsideScheme : matched, second: matched };
    if (isAdmitted(index)) return always({ notCounted: "activityBeforeScheme" });
    return { before: notFound, first: index >= 200 - overclaimed.wronglyNew ? matched : outsideScheme, second: outsideScheme };
  }
  if (kind === "old") return always({ notCounted: "dossierBeforeScheme" });
  const isFirst = kind === "contested" && index < 5 ? team === "teamB" : wave !== "again";
  if (!isFirst) return always({ standing: "duplicate" });
  // The good ones from the 100th on are those that the first file has wrong.
  const place = index - 100;
  if (kind === "good" && place >= 0 && place < afterDays) return { before: notFound, first: outsideScheme, second: matched };
  if (kind === "good" && place >= 0 && place < afterChannels) return { before: notFound, first: { standing: "onPaper" }, second: matched };
  if (kind === "good" && place >= 0 && place < afterCodes) return { before: notFound, first: { standing: "notFound", proposedCode: mistyped(key) }, second: matched };
  return { before: notFound, first: matched, second: matched };
}

function always(told: Told): Claimed["told"] {
  return { before: told, first: told, second: told };
}

/** The register's dossiers, first with mistakes, then without; with some that nobody claims. */
export function dossierFiles(claims: readonly Claimed[]): [first: string, second: string] {
  const keys = [...new Set(claims.filter(({ of }) => of === "dossier").map(({ key }) => key))];
  const unclaimed = range(0, 300).map((index) => `H08.33-260804-${1_000 + index * 13}`);
  const wrong = new Map<string, Parameters<typeof dossierFile>[number]>(
    range(100, 100 + afterCodes).map((index) => {
      const code = goodCode(index);
      if (index - 100 < afterDays) return [code, [code, { receivedOn: "05/08/2021" }]];
      return index - 100 < afterChannels ? [code, [code, { channel: "Trực tiếp" }]] : [code, mistyped(code)];
    }));
  return [dossierFile(...unclaimed, ...keys.map((key) => wrong.get(key) ?? key)), dossierFile(...unclaimed, ...keys)];
}

/** The same for accounts: what the first has as older or newer than it is the second puts right. */
export function accountFiles(claims: readonly Claimed[]): [first: string, second: string] {
  const accounts = claims.filter(({ of }) => of === "account");
  const fileOf = (createdOn: (claim: Claimed) => string) => [accountColumns, ...accounts.map((claim) => `${claim.key},${createdOn(claim)},,0`), ""].join("\n");
  const truly = ({ kind }: Claimed) => (kind === "good" ? "07/08/2026" : "08/03/2022");
  const mistaken = ({ kind, index }: Claimed) =>
    kind === "good" && index < overclaimed.wronglyOld ? "07/08/2021" : kind === "old" && index >= 200 - overclaimed.wronglyNew ? "07/08/2026" : undefined;
  return [fileOf((claim) => mistaken(claim) ?? truly(claim)), fileOf(truly)];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
