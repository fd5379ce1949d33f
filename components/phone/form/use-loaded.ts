"use client";
import { useEffect, useRef, useState } from "react";

/** What a screen loads once for what its address asks for; undefined until it is there. @param key what is asked for */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Value | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly value: Value }>();
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    let wanted = true;
    void latest.current().then((value) => {
      if (wanted) setLoaded({ key, value });
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return loaded?.key === key ? loaded.value : undefined;
}
