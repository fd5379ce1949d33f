import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { entryList } from "@/lib/text/entry-list";

/** At the end of what is drawn: draws more as soon as it comes near, and for whoever presses it. */
export function MoreButton({ onMore }: { readonly onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(onMore);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: "600px" });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place}>
      <Button look="second" onClick={onMore}>
        {entryList.more}
      </Button>
    </div>
  );
}
