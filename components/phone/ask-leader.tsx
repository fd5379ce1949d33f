"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { controlClass, Field } from "@/components/ui/field";
import type { Phone } from "@/lib/phone/phone";
import { toDo } from "@/lib/text/to-do";
import { useSaving } from "./use-saving";

const longestNote = 500;

/** "Đúng rồi, nhờ đội trưởng xem": the entry goes back as it is, with the one note back. Needs no network. */
export function AskLeader({ phone, entryId }: { readonly phone: Phone; readonly entryId: string }) {
  const { ask } = toDo;
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const { problem, run, forget } = useSaving();
  const send = async () => {
    if (await run(() => phone.answerReview(entryId, note))) setAsking(false);
  };
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {ask.action}
      </Button>
      <Dialog
        title={ask.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => void send()}>{ask.send}</Button>
            <Button look="second" onClick={() => setAsking(false)}>
              {ask.back}
            </Button>
          </>
        }
      >
        <p className="mb-3 text-ink-2">{ask.body}</p>
        <Field label={ask.note} error={problem} hint={ask.hint}>
          {(wiring) => (
            <textarea
              {...wiring}
              data-field="note"
              required
              rows={3}
              maxLength={longestNote}
              value={note}
              onChange={({ target }) => {
                setNote(target.value);
                forget();
              }}
              className={`${controlClass(problem)} py-2.5`}
            />
          )}
        </Field>
      </Dialog>
    </>
  );
}
