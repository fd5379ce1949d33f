import { useRouter } from "next/navigation";
import { useState } from "react";
import { deskDevice, newId } from "@/lib/phone/device/desk-device";
import { DoubleDecided, type DecideDouble, type DoublePair } from "@/lib/protocol/doubles";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { sendChange } from "@/lib/protocol/send-change";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { refusals } from "@/lib/text/refusals";
import { doubleHref, isSamePair } from "./double-href";

export type DoubleNotice = { readonly kind: "done" | "trouble"; readonly text: string; readonly signIn?: boolean };

/** Sends a decision about the open pair; afterwards the next pair opens. */
export function useDoubleDecision(pairs: readonly DoublePair[], entries: readonly [ReviewedEntry, ReviewedEntry] | undefined) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<DoubleNotice>();

  const openNext = () => {
    const ids = entries && ([entries[0].id, entries[1].id] as const);
    const at = pairs.findIndex((pair) => isSamePair(pair, ids));
    const rest = [...pairs.slice(at + 1), ...pairs.slice(0, Math.max(at, 0))];
    router.push(doubleHref(rest[0]), { scroll: false });
    router.refresh();
  };

  const send = async (decision: DecideDouble, done: string) => {
    if (busy) return;
    setBusy(true);
    setNotice(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/doubles", decision, DoubleDecided);
    setBusy(false);
    if (answer.ok) {
      setNotice({ kind: "done", text: done });
      return openNext();
    }
    const { code } = answer.error;
    const isStale = code === "versionConflict" || code === "notAllowedInThisState" || code === "unknownOrForbidden";
    setNotice({
      kind: "trouble",
      text: isStale ? doubleTexts.changed : code ? refusals[code] : doubleTexts.unreachable,
      ...(code === "notSignedIn" ? { signIn: true } : {}),
    });
    if (isStale) router.refresh();
  };

  return {
    busy,
    notice,
    decideDifferent: () => entries && void send({ verdict: "different", entryId: entries[0].id, otherId: entries[1].id }, doubleTexts.doneDifferent),
    /** @param standing index of the entry that stands */
    decideSame: (standing: 0 | 1) => {
      if (!entries) return;
      const [stays, goes] = standing === 0 ? entries : [entries[1], entries[0]];
      void send(
        { verdict: "same", id: newId(), device: deskDevice(), standingId: stays.id, droppedId: goes.id, expectedVersion: goes.version },
        doubleTexts.doneSame(stays.receipt),
      );
    },
  };
}
