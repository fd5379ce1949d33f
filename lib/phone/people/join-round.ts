import type { Result } from "../../domain/result";
import type { TransportProblem } from "../../protocol/client";
import { comeIn, comeInAgain, type ComeIn } from "./come-in";
import type { OwnJoin } from "./offline-join";
import type { OwnJoinStore } from "./own-join";

/**
 * A synchronisation of somebody who came by an invitation or asked: the server is told first, and what it says of the person
 * is kept. Nothing of the queue is touched by any of it.
 */
export async function runJoiningRound<Round>(
  joining: OwnJoinStore, by: ComeIn, run: () => Promise<Result<Round, TransportProblem>>,
): Promise<Result<Round, TransportProblem>> {
  const join = joining.store.getSnapshot();
  if (!join) return run();
  const came = await comeIn(join, by);
  if (!came.ok) return came;
  if (came.value !== join) await joining.set(came.value);
  const first = await run();
  const round = needsSession(first) && (await comeInAgain(came.value, by)).ok ? await run() : first;
  const next = stateAfter(came.value, round);
  if (next !== came.value.state) await joining.set({ ...came.value, state: next });
  return round;
}

function needsSession(round: Result<unknown, TransportProblem>): boolean {
  return !round.ok && (round.error.problem === "notSignedIn" || round.error.problem === "wrongPerson");
}

function stateAfter({ state }: OwnJoin, round: Result<unknown, TransportProblem>): OwnJoin["state"] {
  if (round.ok) return "joined";
  if (round.error.problem === "joinRefused") return "refused";
  return round.error.problem === "awaitingApproval" ? "asked" : state;
}
