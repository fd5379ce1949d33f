"use client";
import { useEffect, useState } from "react";
import { useLive } from "@/components/ui/use-live";
import type { AreaPack } from "@/lib/phone/areas/pack-on-phone";
import type { Phone } from "@/lib/phone/phone";

/** A campaign's households, current with what arrives and what is saved. Undefined while they open, null when they can't be read. */
export function useAreaPack(phone: Phone, campaignId: string): AreaPack | null | undefined {
  const revision = useLive(phone.areas.packs)?.find((pack) => pack.campaignId === campaignId)?.revision;
  const entries = useLive(phone.entries);
  const [opened, setOpened] = useState<{ readonly campaignId: string; readonly pack: AreaPack | null }>();
  useEffect(() => {
    let wanted = true;
    void phone.areas.open(campaignId).then((pack) => {
      if (wanted) setOpened({ campaignId, pack: pack ?? null });
    });
    return () => {
      wanted = false;
    };
  }, [phone, campaignId, revision, entries]);
  return opened?.campaignId === campaignId ? opened.pack : undefined;
}
