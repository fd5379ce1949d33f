import "server-only";
import { Command } from "@/lib/domain/command/command";
import { Uuid } from "@/lib/domain/ids";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { Instant } from "@/lib/domain/time/local-date";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/** A command as it arrived: what the ledger needs of it, and what it says or why it says nothing. */
export type Received = {
  readonly commandId: string;
  readonly type: string;
  readonly entryId?: string;
  readonly claimedAt?: string;
  /** Keyed digest of all that the command asks for, without its id and the time it was made. */
  readonly digest: Buffer;
  /** As sent, for the case that it has to be kept as a conflict. */
  readonly raw: unknown;
} & ({ readonly command: Command } | { readonly command?: undefined; readonly refusal: Refusal });

/** What can't even be written into the ledger: it has no usable id. */
export type Unreadable = { readonly commandId: string; readonly refusal: Refusal };

/** Parses commands one by one: a bad one never stops the others. */
export function parseCommand(raw: unknown): Received | Unreadable {
  const envelope = envelopeOf(raw);
  const digest = digestOf(raw);
  if (!Uuid.safeParse(envelope.id).success || !digest) {
    return { commandId: textOf(envelope.id), refusal: digest ? { code: "malformed", field: "id" } : { code: "malformed" } };
  }
  const parsed = Command.safeParse(raw);
  const received = {
    commandId: textOf(envelope.id),
    type: knownTypes.has(textOf(envelope.type)) ? textOf(envelope.type) : "unknown",
    ...(Uuid.safeParse(envelope.entryId).success ? { entryId: textOf(envelope.entryId) } : {}),
    ...claimOf(envelope.issuedAt),
    digest,
    raw,
  };
  if (parsed.success) return { ...received, command: parsed.data };
  const [refusal = { code: "malformed" } as const] = refusalsOf(parsed.error, raw);
  return { ...received, refusal: withoutPrefix(refusal) };
}

const knownTypes: ReadonlySet<string> = new Set(Command.def.options.map(({ shape }) => shape.type.def.values[0] as string));

function envelopeOf(raw: unknown): Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function claimOf(issuedAt: unknown): { claimedAt?: string } {
  const claimed = Instant.safeParse(issuedAt);
  return claimed.success ? { claimedAt: claimed.data } : {};
}

function digestOf(raw: unknown): Buffer | undefined {
  const { id: _id, issuedAt: _issuedAt, ...asked } = envelopeOf(raw);
  try {
    return keyedHash("payload", canonicalJson(asked));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Fields of the content are named as everywhere else: `subject.birth`, not `content.subject.birth`. */
function withoutPrefix(refusal: Refusal): Refusal {
  return refusal.field?.startsWith("content.") ? { ...refusal, field: refusal.field.slice("content.".length) } : refusal;
}
