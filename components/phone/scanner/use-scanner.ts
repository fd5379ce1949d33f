"use client";
import { useEffect, useRef, useState } from "react";
import type { RefusalCode } from "@/lib/domain/refusal";
import { openCamera, type Camera, type CameraProblem } from "@/lib/phone/scanner/camera";
import { createDecoder, type Decoder } from "@/lib/phone/scanner/decoder";
import { openPhoto, takePicture } from "@/lib/phone/scanner/take-picture";
import { cameraMemory } from "./camera-memory";
import type { ScannerProps } from "./scanner-sheet";

export type ScannerState =
  | { readonly phase: "opening" }
  /** `hint` grows with time: nothing yet, come closer, take another way. */
  | { readonly phase: "reading"; readonly hint: "aim" | "closer" | "other" }
  | { readonly phase: "read" }
  | { readonly phase: "problem"; readonly problem: CameraProblem };

const closerAfter = 4_000;
const otherAfter = 8_000;

/** Camera and decoder while the scanner is open; both are let go when it closes or goes out of sight. */
export function useScanner({ mode, onText }: Pick<ScannerProps, "mode" | "onText">, view: React.RefObject<HTMLElement | null>) {
  const [state, setState] = useState<ScannerState>({ phase: "opening" });
  const [refusal, setRefusal] = useState<RefusalCode>();
  const [camera, setCamera] = useState<Camera>();
  const [visible, setVisible] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const decoder = useRef<Decoder>(undefined);
  const take = useRef(onText);
  useEffect(() => {
    take.current = onText;
  });

  useEffect(() => {
    const watch = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", watch);
    const made = createDecoder();
    decoder.current = made;
    return () => {
      document.removeEventListener("visibilitychange", watch);
      made.close();
    };
  }, []);

  useEffect(() => {
    const element = view.current;
    if (!element || !visible) return;
    let open = true;
    let opened: Camera | undefined;
    const timers = [
      setTimeout(() => setState((now) => (now.phase === "reading" ? { phase: "reading", hint: "closer" } : now)), closerAfter),
      setTimeout(() => setState((now) => (now.phase === "reading" ? { phase: "reading", hint: "other" } : now)), otherAfter),
    ];
    const read = async (video: HTMLVideoElement) => {
      if (!open || !decoder.current?.free()) return;
      const text = await decoder.current.decode(await takePicture(video), mode);
      if (!open || text === undefined) return;
      const refused = take.current(text);
      setRefusal(refused);
      if (!refused) {
        setState({ phase: "read" });
        navigator.vibrate?.(30);
      }
    };
    const holder = document.createElement("div");
    holder.id = `camera-${crypto.randomUUID()}`;
    element.replaceChildren(holder);
    void openCamera(holder, cameraMemory).then((result) => {
      if (!result.ok) return open && setState({ phase: "problem", problem: result.error });
      opened = result.value;
      if (!open) return void opened.stop();
      setCamera(opened);
      setState({ phase: "reading", hint: "aim" });
      opened.frames((video) => void read(video));
    });
    return () => {
      open = false;
      timers.forEach(clearTimeout);
      setCamera(undefined);
      void opened?.stop();
    };
  }, [view, visible, attempt, mode]);

  /** @returns whether the photo was read and taken */
  const readPhoto = async (file: File): Promise<boolean> => {
    const picture = await openPhoto(file).catch(() => undefined);
    const text = picture && (await decoder.current?.decode(picture, mode));
    if (text === undefined) return false;
    setRefusal(take.current(text));
    return true;
  };

  const again = () => {
    setState({ phase: "opening" });
    setAttempt(attempt + 1);
  };

  return { state, refusal, camera, readPhoto, again };
}
