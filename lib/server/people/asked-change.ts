import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { ChangePeople } from "@/lib/protocol/people";
import type { Transaction } from "@/lib/server/database/with-actor";

/** What every change of a person gets: its transaction, whose it is, and the moment. `type` in the log. */
export type AskedChange = { readonly tx: Transaction; readonly actor: Actor; readonly type: string; readonly today: LocalDate; readonly now: string };

export type ChangeOf<Action extends ChangePeople["action"]> = Extract<ChangePeople, { readonly action: Action }>;
