import "server-only";

/**
 * What a failed transaction means for whoever has to go on: `retry` (others were in the way; the next try
 * will see what they did), `data` (the database will never take it as it is) or `unavailable`.
 */
export type Failure = "retry" | "data" | "unavailable";

export function failureOf(error: unknown): Failure {
  const state = sqlStateOf(error);
  if (state === undefined) return isDatabaseError(error) ? "unavailable" : "data";
  if (state === "23505" || state === "40001" || state === "40P01" || state === "55P03") return "retry";
  return unavailable.test(state) ? "unavailable" : "data";
}

/** SQLSTATE of the error that PostgreSQL gave, wherever Prisma put it. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let cause: unknown = error, depth = 0; isRecord(cause) && depth < 6; depth++) {
    if (isRecord(cause.meta) && isRecord(cause.meta.driverAdapterError)) cause = cause.meta.driverAdapterError;
    if (!isRecord(cause)) return undefined;
    for (const candidate of [cause.originalCode, isRecord(cause.meta) ? cause.meta.code : undefined]) {
      if (typeof candidate === "string" && /^[0-9A-Z]{5}$/.test(candidate)) return candidate;
    }
    cause = cause.cause;
  }
  return undefined;
}

/** Connection lost, too many connections, out of disk or memory, shut down. Not 57014: that statement was too slow. */
const unavailable = /^(08|53|57P|58|XX)/;

function isDatabaseError(error: unknown): boolean {
  return isRecord(error) && typeof error.name === "string" && /^(PrismaClient|DriverAdapter)/.test(error.name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
