import "server-only";

/** An id that a phone made is in use for something else. Ends the transaction; the command is then told so. */
export class IdTaken extends Error {
  override readonly name = "IdTaken";
}
