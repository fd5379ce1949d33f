import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { whenFree } from "@/lib/phone/device/when-free";
import { entryList } from "@/lib/text/entry-list";

/** At the end of what is drawn: draws more once it comes near and nothing is more urgent, and for whoever presses it. */
export function MoreButton({ onMore }: { readonly onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(onMore);
  useEffect(() => {
    let callOff = () => {};
    const whenNear = () => {
      callOff();
      callOff = whenFree(() => more());
    };
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && whenNear(), { rootMargin: "1200px" });
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      callOff();
    };
  }, []);
  return (
    <div ref={place}>
      <Button look="second" onClick={onMore}>
        {entryList.more}
      </Button>
    </div>
  );
}
