import "server-only";
import type { EntryState } from "@/lib/domain/entry/entry";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/**
 * Keyed digest of what decisions know of an entry. In the ledger the digest before a command equals the one
 * after the command that came before it: a change past the ledger shows. A note is left out, because it
 * goes when the person is erased and the chain has to stay.
 */
export function stateDigestOf(state: EntryState): Buffer {
  const known = digests.get(state);
  if (known) return known;
  const { note: _note, ...lastReview } = state.lastReview ?? {};
  const digest = keyedHash("state", canonicalJson({ ...state, lastReview }));
  digests.set(state, digest);
  return digest;
}

/** What one command leaves is what the next one finds. */
const digests = new WeakMap<EntryState, Buffer>();
