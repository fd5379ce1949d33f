"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Phone } from "@/lib/phone/phone";
import { entryDetail } from "@/lib/text/entry-detail";

/** The author's own way out; asks once, because it can't be taken back. */
export function WithdrawButton({ phone, entryId }: { readonly phone: Phone; readonly entryId: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {entryDetail.withdraw}
      </Button>
      <Dialog
        title={entryDetail.withdrawTitle}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)}>
              {entryDetail.keep}
            </Button>
            <Button look="danger" onClick={() => void phone.withdraw(entryId).then(() => setAsking(false))}>
              {entryDetail.withdraw}
            </Button>
          </>
        }
      >
        {entryDetail.withdrawBody}
      </Dialog>
    </>
  );
}
