import "server-only";
import { sqlStateOf } from "@/lib/server/database/failure";

/**
 * Writes down what went wrong where, for whoever runs the server. A database's message may quote a value,
 * so only its SQLSTATE is kept: logs hold no personal data.
 */
export function logFault(where: string, error: unknown): void {
  const state = sqlStateOf(error);
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const message = state === undefined && error instanceof Error && !error.name.startsWith("Prisma") ? error.message : (state ?? "");
  console.error([`${new Date().toISOString()} ${where}: ${kind} ${message}`, ...stack.slice(0, 6)].join("\n"));
}
