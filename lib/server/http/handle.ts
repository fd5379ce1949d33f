import "server-only";
import type * as z from "zod/mini";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { Instant } from "@/lib/domain/time/local-date";
import { protocolVersion } from "@/lib/protocol/version";
import { whoAsks, type AuthenticateOptions } from "@/lib/server/auth/authenticate";
import type { Person } from "@/lib/server/auth/person";
import { answer, refusal } from "./answer";
import { logFault } from "./log-fault";
import { isOwnOrigin } from "./origin";
import { readJson } from "./read-body";

/** What a route gets: who asks, what they ask, and the moment for everything that is decided. */
export type Asked<Body> = { readonly person: Person; readonly body: Body; readonly request: Request; readonly now: Instant };

/** The answer's fields beside marker and protocol, or why the request as a whole was not taken. */
export type Answered = Result<object, RefusalCode | { readonly code: RefusalCode; readonly field?: string; readonly retryAfterSeconds?: number }>;

/** Who is let in beside those who are signed in completely. */
export type Options = AuthenticateOptions;

/**
 * Wraps a write: session, origin, size, shape, protocol version and person are checked before `run` is
 * asked; what it throws becomes `serverFault`. A plain function from Request to Response.
 * @param schema of the JSON body; its `protocol` and `personId`, where it has them, are checked here
 */
export function handle<Schema extends z.ZodMiniType>(
  schema: Schema,
  run: (asked: Asked<z.infer<Schema>>) => Promise<Answered>,
  options: Options = {},
): (request: Request) => Promise<Response> {
  return guarded(async (request) => {
    if (!isOwnOrigin(request)) return err("wrongOrigin");
    const person = await whoAsks(request, options);
    if (!person.ok) return person;
    const json = await readJson(request);
    return json.ok ? parsed(schema, json.value, { person: person.value, request }, run) : json;
  });
}

/** Wraps a read: the query string instead of a body, no origin asked. */
export function handleRead<Schema extends z.ZodMiniType>(
  schema: Schema,
  run: (asked: Asked<z.infer<Schema>>) => Promise<Answered>,
  options: Options = {},
): (request: Request) => Promise<Response> {
  return guarded(async (request) => {
    const person = await whoAsks(request, options);
    if (!person.ok) return person;
    const query = Object.fromEntries(new URL(request.url).searchParams);
    return parsed(schema, query, { person: person.value, request }, run);
  });
}

/**
 * Wraps a write whose body is a file: its query string says the rest. The body is left to `run`, which bounds it.
 * Pages of ours only, as for `handle`.
 */
export function handleUpload<Schema extends z.ZodMiniType>(schema: Schema, run: (asked: Asked<z.infer<Schema>>) => Promise<Answered>): (request: Request) => Promise<Response> {
  const read = handleRead(schema, run);
  return (request) => (isOwnOrigin(request) ? read(request) : Promise.resolve(refusal("wrongOrigin")));
}

/** For routes that ask nothing of the request; faults are answered like everywhere. */
export function guarded(run: (request: Request) => Promise<Answered>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const answered = await run(request);
      // A file is an answer as it is.
      if (answered.ok) return answered.value instanceof Response ? answered.value : answer(answered.value);
      const { error } = answered;
      return typeof error === "string" ? refusal(error) : refusal(error.code, error.retryAfterSeconds, error.field);
    } catch (error) {
      logFault(`${request.method} ${new URL(request.url).pathname}`, error);
      return refusal("serverFault");
    }
  };
}

async function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  { person, request }: { person: Person; request: Request },
  run: (asked: Asked<z.infer<Schema>>) => Promise<Answered>,
): Promise<Answered> {
  const envelope = checkEnvelope(value, person);
  if (!envelope.ok) return envelope;
  const body = schema.safeParse(value);
  if (!body.success) return err("badRequest");
  return run({ person, body: body.data, request, now: Instant.parse(new Date().toISOString()) });
}

/** Before the shape: an app that is too new or a queue of somebody else deserves to hear just that. */
function checkEnvelope(value: unknown, { actor }: Person): Result<undefined, RefusalCode> {
  if (typeof value !== "object" || value === null) return err("badRequest");
  if ("protocol" in value && value.protocol !== protocolVersion) return err("unsupportedProtocol");
  if ("personId" in value && value.personId !== actor.userId) return err("wrongPerson");
  return ok(undefined);
}
