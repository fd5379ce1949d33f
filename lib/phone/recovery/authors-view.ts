import { applyCommand } from "../../domain/command/apply-command";
import type { Command, RecordEntry } from "../../domain/command/command";
import { happenedOnOf } from "../../domain/entry/check-entry";
import type { EntryState } from "../../domain/entry/entry";
import type { Briefing } from "../../protocol/briefing";
import { withoutContent, type EntryDocument } from "../entries/entry-document";
import { contextOf } from "../entries/own-actor";

/**
 * An entry as its author saw it when the command was saved, built anew on what is known of it: nothing, what the
 * server told, or the commands before. Undefined when the command changes an entry that is not known here yet.
 */
export function authorsViewAfter(document: EntryDocument | undefined, command: Command, briefing: Briefing): EntryDocument | undefined {
  if (!document && command.type !== "recordEntry") return undefined;
  const unitId = document?.state.unitId ?? (command.type === "recordEntry" ? command.unitId : "");
  const applied = applyCommand(document?.state, command, contextOf(briefing, unitId, command.issuedAt));
  // Rules may have changed since, or the server knows of it already: the author's words stand all the same.
  const state = applied.ok ? applied.value.state : (document?.state ?? stateOf(command as RecordEntry, briefing.person.id));
  if (applied.ok && applied.value.erase && document) return withoutContent({ ...document, state });
  if (!("content" in command) || document?.erased) return { ...document, state };
  const { server, content } = document ?? {};
  const held = server && content && !server.content ? { server: { ...server, content } } : {};
  return { savedAt: command.issuedAt, ...document, ...held, state, content: command.content };
}

function stateOf({ entryId, unitId, content, issuedAt }: RecordEntry, authorId: string): EntryState {
  return {
    id: entryId,
    kind: content.kind,
    unitId,
    authorId,
    status: "submitted",
    version: 1,
    happenedAt: content.happenedAt,
    happenedOn: happenedOnOf(content, issuedAt),
    outcomes: content.outcomes.map(({ id, kind }) => ({ id, kind, revision: 1, indicators: [] })),
  };
}
