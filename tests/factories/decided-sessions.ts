import fc from "fast-check";
import { randomUUID } from "node:crypto";
import type { Person } from "@/lib/server/auth/person";
import { makeAmend, makeRecord, makeReview } from "./commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "./help-session";
import { act } from "./households";

type Place = "teamA" | "teamB" | "district";
type Team = { readonly units: Readonly<Record<Place, string>>; readonly officer: Person; readonly authors: Readonly<Record<Place, Person>>; readonly now: string };

/** Any session, and what is decided about it. */
export const anySession = fc.record({
  team: fc.constantFrom("teamA" as const, "teamB" as const, "district" as const),
  day: fc.constantFrom("2026-05-31", "2026-06-01", "2026-07-15", "2026-08-31", "2026-09-01"),
  year: fc.constantFrom(1960, 1995, 2001, 2012),
  kinds: fc.uniqueArray(fc.constantFrom("accountOpened" as const, "accountLinked" as const, "vneidActivated" as const), { minLength: 1 }),
  dossiers: fc.nat({ max: 2 }),
  /** The author takes all but the first outcome away before anybody decides. */
  amended: fc.boolean(),
  decisions: fc.constantFrom([], ["confirm"], ["return"], ["refuse"], ["confirm", "reopen"], ["confirm", "overturn"], ["confirm", "reopen", "confirm"]),
});

type Session = typeof anySession extends fc.Arbitrary<infer Value> ? Value : never;

/** In a few requests: what authors record and amend, then all that the officer decides, in order. */
export async function recordAndDecide({ units, officer, authors, now }: Team, ...sessions: Session[]) {
  const recorded = sessions.map((given) => ({ ...given, command: makeRecord(units[given.team], contentOf(given)) }));
  for (const team of ["teamA", "teamB", "district"] as const) {
    const own = recorded.filter((entry) => entry.team === team);
    await run(authors[team], now, own.map(({ command }) => command));
    await run(authors[team], now, own.filter(({ amended }) => amended).map(({ command: { entryId, content } }) =>
      makeAmend(entryId, 1, { ...content, outcomes: content.outcomes.slice(0, 1) })));
  }
  await run(officer, now, recorded.flatMap(({ command, amended, decisions }) => decisions.map((action, index) =>
    makeReview(command.entryId, index + (amended ? 2 : 1), action as "confirm", { reason: "wrongOutcome", note: "Xem lại." }))));
}

function contentOf({ day, year, kinds, dossiers }: Session) {
  return makeHelpSession({
    happenedAt: `${day}T02:00:00.000Z`,
    subject: makePerson({ birth: { precision: "year", year } }),
    consent: { noticeVersion: 1, purposes: ["record"], method: "readAloud", givenAt: `${day}T01:59:00.000Z`, guardian: { name: "Người Giám Hộ" } },
    outcomes: [
      ...kinds.map((kind) => ({ ...makeOutcome(kind), id: randomUUID() })),
      ...Array.from({ length: dossiers }, (_, index) => ({ ...makeDossier({ dossierCode: `H08.21-${day.slice(2).replaceAll("-", "")}-${1000 + index}` }), id: randomUUID() })),
    ],
  });
}

async function run(person: Person, now: string, commands: object[]) {
  if (commands.length > 0) await act(person, commands, now);
}
