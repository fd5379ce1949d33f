"use client";
import { useEffect, useState } from "react";
import { useLive } from "@/components/ui/use-live";
import type { Guide } from "@/lib/domain/guide/guide";
import type { Guides } from "@/lib/phone/guides/kept-guides";
import type { Phone } from "@/lib/phone/phone";

/** The guides on this phone, again when new ones arrive; undefined while they are being read. */
export function useGuides({ guides }: Phone): readonly Guide[] | undefined {
  return useKept(guides, readAll);
}

/** One of them; null when it is not here. */
export function useGuide({ guides }: Phone, slug: string): Guide | null | undefined {
  return useKept(guides, readOne, slug);
}

const readAll = (guides: Guides) => guides.list();
const readOne = async (guides: Guides, slug: string) => (await guides.open(slug)) ?? null;

function useKept<T>(guides: Guides, read: (guides: Guides, slug: string) => Promise<T>, slug = ""): T | undefined {
  const version = useLive(guides.version);
  const [kept, setKept] = useState<T>();
  useEffect(() => {
    let wanted = true;
    void read(guides, slug).then((found) => {
      if (wanted) setKept(() => found);
    });
    return () => {
      wanted = false;
    };
  }, [guides, read, slug, version]);
  return kept;
}
