"use client";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { RefusalCode } from "@/lib/domain/refusal";
import { openCamera, type Camera, type CameraProblem } from "@/lib/phone/scanner/camera";
import { createDecoder, type Decoder } from "@/lib/phone/scanner/decoder";
import { openPhoto, takePicture } from "@/lib/phone/scanner/take-picture";
import { cameraMemory } from "./camera-memory";
import { signalRead, signalRefused } from "./scan-signal";
import type { ScannerProps } from "./scanner-sheet";

export type ScannerState =
  | { readonly phase: "opening" }
  /** `hint` grows with time: nothing yet, come closer, take another way. */
  | { readonly phase: "reading"; readonly hint: "aim" | "closer" | "other" }
  | { readonly phase: "read" }
  | { readonly phase: "problem"; readonly problem: CameraProblem };

const closerAfter = 4_000;
const otherAfter = 8_000;
/** Long enough to see the frame turn yellow. */
const shownRead = 350;
/** Where several are read, one that stays in sight is not read again; it counts as away after this long. */
const awayAfter = 2_000;
const shownBetween = 900;

/** Camera and decoder while the scanner is open; both are let go when it closes or goes out of sight. */
export function useScanner(
  { mode, onText, onClose, progress }: Pick<ScannerProps, "mode" | "onText" | "onClose" | "progress">,
  view: RefObject<HTMLElement | null>,
) {
  const [state, setState] = useState<ScannerState>({ phase: "opening" });
  const [refusal, setRefusal] = useState<RefusalCode>();
  const [camera, setCamera] = useState<Camera>();
  const [attempt, setAttempt] = useState(0);
  const visible = useVisible();
  const decoder = useDecoder();
  const several = progress !== undefined;
  const formats = mode === "receipt" ? "receipt" : "card";
  const latest = useRef<Latest>({ onText, onClose });
  useEffect(() => {
    Object.assign(latest.current, { onText, onClose });
  });

  const offer = useCallback(async (text: string) => {
    const state = latest.current;
    if (state.taken || (several && isStillInSight(text, state))) return;
    state.taken = true; // until this one is answered for
    const refused = await state.onText(text);
    const before = state.refused;
    Object.assign(state, { refused, taken: refused === undefined && !several });
    setRefusal(refused);
    // the same wrong code stays in sight of the camera for a while
    if (refused) return several || refused !== before ? signalRefused() : undefined;
    signalRead();
    setState({ phase: "read" });
    if (several) setTimeout(() => setState({ phase: "reading", hint: "aim" }), shownBetween);
    else setTimeout(state.onClose, shownRead);
  }, [several]);

  useEffect(() => {
    const element = view.current;
    if (!element || !visible) return;
    let open = true;
    let opened: Camera | undefined;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const hintAfter = (delay: number, hint: "closer" | "other") =>
      setTimeout(() => setState((now) => (now.phase === "reading" ? { phase: "reading", hint } : now)), delay);
    const read = async (video: HTMLVideoElement) => {
      if (!open || !decoder.current?.free()) return;
      const text = await decoder.current.decode(await takePicture(video), formats);
      if (open && text !== undefined) await offer(text);
    };
    const holder = document.createElement("div");
    holder.id = `camera-${attempt}`;
    element.replaceChildren(holder);
    void openCamera(holder, cameraMemory).then((result) => {
      if (!result.ok) return open && setState({ phase: "problem", problem: result.error });
      opened = result.value;
      if (!open) return void opened.stop();
      setCamera(opened);
      setState({ phase: "reading", hint: "aim" });
      timers = [hintAfter(closerAfter, "closer"), hintAfter(otherAfter, "other")];
      opened.frames((video) => void read(video));
    });
    return () => {
      open = false;
      timers.forEach(clearTimeout);
      setCamera(undefined);
      void opened?.stop();
    };
  }, [view, visible, attempt, formats, decoder, offer]);

  const again = () => {
    setState({ phase: "opening" });
    setAttempt(attempt + 1);
  };

  return {
    state,
    refusal,
    camera,
    /** @returns whether a code was found in the photo; what it says may still be refused */
    readPhoto: async (file: File): Promise<boolean> => {
      const picture = await openPhoto(file).catch(() => undefined);
      const text = picture && (await decoder.current?.decode(picture, formats));
      if (text !== undefined) await offer(text);
      return text !== undefined;
    },
    again,
    /** The next of the phone's cameras, remembered for the next time. */
    switchCamera: async () => {
      const cameras = (await camera?.cameras()) ?? [];
      const current = camera && trackOf(camera)?.getSettings().deviceId;
      const next = cameras[(cameras.findIndex(({ id }) => id === current) + 1) % cameras.length];
      if (next) cameraMemory.write(next.id);
      again();
    },
  };
}

type Latest = Pick<ScannerProps, "onText" | "onClose"> & {
  refused?: RefusalCode | undefined;
  taken?: boolean;
  inSight?: { readonly text: string; readonly until: number };
};

/** The code that was answered for last, still before the camera. */
function isStillInSight(text: string, state: Latest): boolean {
  const { inSight } = state;
  const now = performance.now();
  state.inSight = { text, until: now + awayAfter };
  return inSight?.text === text && now < inSight.until;
}

function trackOf({ video }: Camera): MediaStreamTrack | undefined {
  return video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const watch = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", watch);
    return () => document.removeEventListener("visibilitychange", watch);
  }, []);
  return visible;
}

function useDecoder(): RefObject<Decoder | undefined> {
  const decoder = useRef<Decoder>(undefined);
  useEffect(() => {
    const made = createDecoder();
    decoder.current = made;
    return () => made.close();
  }, []);
  return decoder;
}
