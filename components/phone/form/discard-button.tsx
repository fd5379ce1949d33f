"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { form } from "@/lib/text/form";

/** The way out of a draft that is not wanted any more; asks once. */
export function DiscardButton({ amending, onDiscard }: { readonly amending: boolean; readonly onDiscard: () => void }) {
  const [asking, setAsking] = useState(false);
  const text = amending ? form.discardChanges : form.discardDraft;
  return (
    <>
      <Button look="danger" className="justify-self-center" onClick={() => setAsking(true)}>
        {text.action}
      </Button>
      <Dialog
        title={text.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)}>
              {form.keepDraft}
            </Button>
            <Button look="danger" onClick={onDiscard}>
              {text.action}
            </Button>
          </>
        }
      >
        {text.body}
      </Dialog>
    </>
  );
}
