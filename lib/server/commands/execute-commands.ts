import "server-only";
import type { Refusal } from "@/lib/domain/refusal";
import type { CommandsRequest, Verdict } from "@/lib/protocol/commands";
import type { Person } from "@/lib/server/auth/person";
import { failureOf, sqlStateOf } from "@/lib/server/database/failure";
import { logFault } from "@/lib/server/http/log-fault";
import { refused } from "./decide-slice";
import { executeSlice, type SliceRequest } from "./execute-slice";
import { IdTaken } from "./id-taken";
import { keepConflict } from "./keep-conflict";
import { parseCommand, type Received } from "./parse-commands";

/**
 * Executes a request's commands and answers each, in the order sent. The whole request is one transaction
 * when nothing is in the way. A slice that fails is tried again and then halved, so one command that can't
 * be executed never keeps the others back.
 * @returns when everything that is `accepted` or `refused` is committed
 * @throws when the database can't be reached: then nobody knows what happened, and the phone asks again
 */
export async function executeCommands(
  { actor }: Pick<Person, "actor">,
  request: Pick<CommandsRequest, "device" | "commands">,
  by: Pick<SliceRequest, "now" | "cookieDevice" | "unattended">,
): Promise<Verdict[]> {
  const commands = request.commands.map(parseCommand);
  const received = commands.filter((command) => "digest" in command);
  const answers: Answers = { verdicts: new Map(), heldBack: new Set() };
  await settle(received, { actor, device: request.device, ...by }, answers);
  return commands.map((command) => {
    if (!("digest" in command)) return refused(command, command.refusal);
    return answers.verdicts.get(command) ?? failed(command);
  });
}

type Answers = { readonly verdicts: Map<Received, Verdict>; /** Entries with a failed command: later ones of theirs wait. */ readonly heldBack: Set<string> };

async function settle(slice: readonly Received[], request: SliceRequest, answers: Answers): Promise<void> {
  const ready = slice.filter(({ entryId }) => entryId === undefined || !answers.heldBack.has(entryId));
  const problem = await attempt(ready, request, answers);
  if (problem === undefined) return;
  const [only, ...others] = ready;
  if (!only) throw problem;
  if (others.length === 0) return settleAlone(only, problem, request, answers);
  const middle = Math.ceil(ready.length / 2);
  await settle(ready.slice(0, middle), request, answers);
  await settle(ready.slice(middle), request, answers);
}

/** @returns what stands in the way, when it stays in the way */
async function attempt(slice: readonly Received[], request: SliceRequest, { verdicts }: Answers): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      for (const [command, verdict] of await executeSlice(slice, request)) verdicts.set(command, verdict);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      if (failure === "unavailable") throw error;
      if (failure === "data" || tries === maxTries) return error;
    }
  }
}

const maxTries = 4;

/** One command that the database doesn't take: because of what it says, or for a reason of ours. */
async function settleAlone(received: Received, problem: unknown, request: SliceRequest, answers: Answers): Promise<void> {
  const refusal = refusalFor(problem);
  if (refusal?.code === "contentConflict") {
    await keepConflict(received, request);
    answers.verdicts.set(received, refused(received, refusal));
    return;
  }
  const { command: _command, ...envelope } = received;
  const stillThere = refusal ? await attempt([{ ...envelope, refusal }], request, answers) : problem;
  if (refusal && stillThere === undefined) {
    answers.verdicts.set(received, refused(received, refusal));
    return;
  }
  logFault(`command ${received.commandId}`, stillThere);
  answers.verdicts.set(received, failed(received));
  if (received.entryId !== undefined) answers.heldBack.add(received.entryId);
}

function refusalFor(problem: unknown): Refusal | undefined {
  const state = sqlStateOf(problem) ?? "";
  // An id that is in use for something else, of which the actor may know nothing (42501).
  if (problem instanceof IdTaken || state === "23505" || state === "42501") return { code: "contentConflict" };
  // Text or a moment that the database can't hold.
  return state.startsWith("22") ? { code: "malformed" } : undefined;
}

function failed({ commandId }: Received): Verdict {
  return { commandId, verdict: "failed" };
}
