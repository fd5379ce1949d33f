import type { OutboxRow } from "../database/phone-database";
import type { PersonalStorage } from "../entries/personal-storage";
import { isUnsent } from "../outbox/unsent";
import { isSealedTo, sealForServer } from "./seal-for-server";

type Sealable = Omit<OutboxRow, "sequence">;

/**
 * The row as it may be written: whatever the server does not have yet is sealed to its key too, and what it has is not
 * any more. Without a key (an older server, a phone that has not heard it yet) the row waits for it.
 */
export async function keepRecoverable<Row extends Sealable>(row: Row, personal: PersonalStorage): Promise<Row> {
  if (!isUnsent(row)) return withoutRecovery(row);
  const { recovery, ownerId } = personal;
  const serverKey = recovery?.serverKey();
  if (!recovery || !serverKey || (row.recovery && isSealedTo(row.recovery, serverKey))) return row;
  try {
    return { ...row, recovery: await sealForServer(await personal.readCommand(row), ownerId, serverKey, recovery.crypto) };
  } catch (cause) {
    // Saving must not fail for the want of a second lock.
    recovery.reportFault(cause);
    return row;
  }
}

export function withoutRecovery<Row extends Sealable>(row: Row): Row {
  const { recovery: _recovery, ...rest } = row;
  return rest as Row;
}
