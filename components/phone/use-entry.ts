"use client";
import { useEffect, useState } from "react";
import { useLive } from "@/components/ui/use-live";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";

/** An opened entry that stays current. Undefined while it opens, null when there is none. */
export function useEntry(phone: Phone, id: string): EntryDetail | null | undefined {
  const summary = useLive(phone.entries).find((entry) => entry.id === id);
  const [detail, setDetail] = useState<EntryDetail | null>();
  useEffect(() => {
    let wanted = true;
    void phone.openEntry(id).then((found) => {
      if (wanted) setDetail(found ?? null);
    });
    return () => {
      wanted = false;
    };
  }, [phone, id, summary]);
  return detail;
}
