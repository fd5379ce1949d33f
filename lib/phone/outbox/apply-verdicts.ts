import type { Command } from "../../domain/command/command";
import { happenedOnOf } from "../../domain/entry/check-entry";
import type { EntryState } from "../../domain/entry/entry";
import type { EntryContent } from "../../domain/entry/entry-content";
import type { Refusal } from "../../domain/refusal";
import type { Verdict } from "../../protocol/commands";
import type { OutboxRow } from "../database/phone-database";
import type { EntryChange, KnownEntry } from "../entries/change-entries";
import { isWaiting, settled, withoutContent, type EntryDocument } from "../entries/entry-document";

export type Answer = {
  /** What was sent, by command id. */
  readonly sent: ReadonlyMap<string, Command>;
  /** By command id. A command without a verdict was not answered: nothing is known to have happened. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly serverTime: string;
};

/** What an answer does to one entry. Commands that another tab settled meanwhile are left alone. */
export function applyVerdicts({ document, commands }: KnownEntry, answer: Answer): EntryChange | undefined {
  if (!document) return undefined;
  const sent = commands.filter((row) => isWaiting(row) && answer.sent.has(row.id));
  if (sent.length === 0) return undefined;
  const rows = rowsAfter(sent, answer);
  const changed = new Map(rows.map((row) => [row.id, row]));
  const after = commands.map((row) => changed.get(row.id) ?? row);
  const accepted = rows.filter(({ state }) => state === "delivered").map(({ id }) => id);
  const known = accepted.reduce((current, id) => accept(current, answer.verdicts.get(id), answer.sent.get(id), answer), document);
  const hasUnsent = after.some(({ state }) => state === "waiting" || state === "refused");
  const next = hasUnsent ? known : settleAccepted(known);
  const erasures = new Set(accepted.filter((id) => answer.sent.get(id)?.type === "withdrawConsent"));
  if (erasures.size === 0) return { rows, document: next };
  // Sealed copies of the content rest in the commands before it.
  const spoken = after.filter(({ id, state }) => !erasures.has(id) && state !== "waiting" && state !== "refused");
  return { rows, forget: spoken.map(({ id }) => id), document: withoutContent(next) };
}

/** A refusal counts only behind accepted commands: what failed before it may be all there is to it. */
function rowsAfter(sent: readonly OutboxRow[], { verdicts, serverTime }: Answer): OutboxRow[] {
  let isHeld = false;
  return sent.map((row): OutboxRow => {
    const verdict = verdicts.get(row.id);
    if (verdict?.verdict === "accepted") return { ...row, state: "delivered", deliveredAt: serverTime };
    const isRefusal = verdict?.verdict === "refused" && !isHeld;
    isHeld = true;
    return isRefusal ? { ...row, state: "refused", refusal: refusalOf(verdict) } : { ...row, attempts: row.attempts + 1 };
  });
}

function refusalOf({ code, field }: Extract<Verdict, { verdict: "refused" }>): Refusal {
  return field === undefined ? { code } : { code, field };
}

function accept(document: EntryDocument, verdict: Verdict | undefined, command: Command | undefined, { serverTime }: Answer): EntryDocument {
  if (verdict?.verdict !== "accepted" || !command) return document;
  const { status, version, receipt } = verdict;
  const before = document.server;
  // The feed may have told of later steps already.
  const isNewest = !before || before.state.version <= version;
  const hasNewestContent = "content" in command && version > (before?.contentVersion ?? 0);
  // What is said of the content before it no longer speaks; the feed tells the rest.
  const { evidence, ...known } = before ?? {};
  return {
    ...document,
    server: {
      ...known,
      ...(evidence && !hasNewestContent ? { evidence } : {}),
      state: isNewest ? { ...(before?.state ?? document.state), ...(hasNewestContent ? dataOf(command.content, serverTime) : {}), status, version } : before.state,
      receipt,
      receivedAt: before?.receivedAt ?? serverTime,
      contentVersion: hasNewestContent ? version : (before?.contentVersion ?? 0),
      ...(hasNewestContent ? { content: command.content } : {}),
    },
  };
}

/** Of the content that arrived: the author's view may be ahead of it. */
function dataOf(content: EntryContent, serverTime: string): Pick<EntryState, "happenedAt" | "happenedOn" | "outcomes"> {
  const outcomes = content.outcomes.map(({ id, kind }) => ({ id, kind, revision: 1, indicators: [] }));
  return { happenedAt: content.happenedAt, happenedOn: happenedOnOf(content, serverTime), outcomes };
}

/** Nothing is unsent any more: the author's view is what the server accepted last, in the server's status. */
function settleAccepted(document: EntryDocument): EntryDocument {
  const { server, state } = document;
  if (!server) return document;
  if (server.state.version > state.version) return settled(document);
  const { status, version } = server.state;
  return settled({ ...document, server: { ...server, state: { ...state, status, version } } });
}
