"use client";
import { Flashlight, FlashlightOff, ImageIcon, Keyboard, RotateCcw, ShieldCheck, SwitchCamera, Volume2, VolumeX, X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import type { Camera } from "@/lib/phone/scanner/camera";
import { refusals } from "@/lib/text/refusals";
import { scanner as text } from "@/lib/text/scanner";
import { CardSides } from "./card-sides";
import { scanSound } from "./scan-signal";
import type { ScannerProps, Way } from "./scanner-sheet";
import { useScanner, type ScannerState } from "./use-scanner";
import { ZoomChoice } from "./zoom-choice";

/** Reads a dense code in bad light; a photo and typing are always in reach. */
export default function Scanner({ mode, onText, onClose, onType, progress, others = [] }: ScannerProps) {
  const view = useRef<HTMLDivElement>(null);
  const dialog = useModal();
  const { state, refusal, camera, readPhoto, again, switchCamera } = useScanner({ mode, onText, onClose, ...(progress === undefined ? {} : { progress }) }, view);
  const late = refusal !== undefined || state.phase === "problem" || (state.phase === "reading" && state.hint === "other");

  return (
    <dialog
      ref={dialog}
      aria-label={text[mode].title}
      onClose={() => !dialog.current?.open && onClose()}
      className="m-0 h-dvh max-h-none w-screen max-w-none flex-col bg-[#05090f] text-white open:flex"
    >
      <div className="relative min-h-64 flex-1 overflow-hidden">
        <div ref={view} className="scanner-view absolute inset-0" />
        <header className="relative z-1 flex items-center gap-2 p-2 pt-[max(0.5rem,env(safe-area-inset-top))]">
          <IconButton icon={X} label={text.close} autoFocus onClick={onClose} className="rounded-full bg-black/60" />
          <h1 className="min-w-0 flex-1 text-center text-[min(1.125rem,5.5vw)]/[1.4] font-semibold">{text[mode].title}</h1>
          {camera?.torch ? <TorchButton torch={camera.torch} /> : <span className="size-12" />}
        </header>
        {camera && <CameraChoices camera={camera} onSwitch={() => void switchCamera()} />}
        {state.phase !== "problem" && <Frame state={state} />}
        <Says state={state} refusal={refusal && refusals[refusal]} aim={text[mode].aim} several={progress !== undefined} />
      </div>
      <div className="grid max-h-[60dvh] gap-3 overflow-y-auto rounded-t-3xl bg-surface px-4 pt-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-ink">
        {progress === undefined ? mode === "card" && <CardSides /> : <Progress progress={progress} onDone={onClose} />}
        <h2 className="text-small font-semibold text-ink-2">{text.other}</h2>
        <OtherWays emphasised={late && progress === undefined} onPhoto={readPhoto} onType={onType} others={others} />
        {state.phase === "problem" && state.problem !== "unsupported" && state.problem !== "insecure" && (
          <Button look="quiet" icon={RotateCcw} onClick={again}>
            {text.again}
          </Button>
        )}
        <div className="flex items-center justify-between gap-2">
          <p className="flex items-center gap-2 text-caption text-ink-2">
            <ShieldCheck aria-hidden size={18} className="flex-none" />
            {text.privacy}
          </p>
          <SoundSwitch />
        </div>
      </div>
    </dialog>
  );
}

/** The browser's own modal: it keeps the focus inside, and "back" and Escape close it. */
function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    if (opened && !opened.open) opened.showModal();
    return () => opened?.close(); // gives the focus back to where it was
  }, []);
  return dialog;
}

function TorchButton({ torch }: { readonly torch: NonNullable<Camera["torch"]> }) {
  const [on, setOn] = useState(false);
  return (
    <IconButton
      icon={on ? FlashlightOff : Flashlight}
      label={on ? text.torchOff : text.torchOn}
      onClick={() => void torch(!on).then(() => setOn(!on))}
      className="rounded-full bg-black/60"
    />
  );
}

function CameraChoices({ camera, onSwitch }: { readonly camera: Camera; readonly onSwitch: () => void }) {
  const [several, setSeveral] = useState(false);
  useEffect(() => {
    let shown = true;
    void camera.cameras().then((cameras) => shown && setSeveral(cameras.length > 1));
    return () => {
      shown = false;
    };
  }, [camera]);
  return (
    <div className="relative z-1 flex justify-center gap-2">
      {camera.zoom && <ZoomChoice zoom={camera.zoom} />}
      {several && <IconButton icon={SwitchCamera} label={text.camera} onClick={onSwitch} className="rounded-full bg-black/60" />}
    </div>
  );
}

function SoundSwitch() {
  const [on, setOn] = useState(scanSound.isOn);
  const toggle = () => {
    scanSound.set(!on);
    setOn(!on);
  };
  return <IconButton icon={on ? Volume2 : VolumeX} label={text.sound} aria-pressed={on} onClick={toggle} className="text-brand" />;
}

function Frame({ state }: { readonly state: ScannerState }) {
  return (
    <div
      aria-hidden
      className={`absolute inset-x-10 top-1/2 aspect-square max-h-[60%] -translate-y-1/2 rounded-3xl border-4 shadow-[0_0_0_100vmax_rgb(5_9_15/0.55)] transition-colors duration-[220ms] ${state.phase === "read" ? "border-star" : "border-white"}`}
    />
  );
}

/** How far one is, where several are read, and the way out. */
function Progress({ progress, onDone }: { readonly progress: string; readonly onDone: () => void }) {
  return (
    <>
      <p role="status" className="text-center text-head">
        {progress}
      </p>
      <Button onClick={onDone}>{text.done}</Button>
    </>
  );
}

type SaysProps = { readonly state: ScannerState; readonly refusal: string | undefined; readonly aim: string; readonly several: boolean };

function Says({ state, refusal, aim, several }: SaysProps) {
  const [first, second] = several && state.phase === "read" ? [text.next] : sentences(state, refusal, aim);
  return (
    <div role="status" className="absolute inset-x-0 bottom-3 px-4 text-center">
      <p className="mx-auto w-fit rounded-field bg-black/70 px-3 py-1.5 font-semibold">
        {first}
        {second && <span className="block text-small font-normal">{second}</span>}
      </p>
    </div>
  );
}

function sentences(state: ScannerState, refusal: string | undefined, aim: string): [string, string?] {
  if (state.phase === "problem") return [text.problems[state.problem]];
  if (state.phase === "read") return [text.read];
  if (refusal) return [refusal];
  if (state.phase === "opening") return [text.opening];
  return [state.hint === "aim" ? text.reading : text.closer, aim];
}

type WaysProps = { readonly emphasised: boolean; readonly onPhoto: (file: File) => Promise<boolean>; readonly onType: () => void; readonly others: readonly Way[] };

function OtherWays({ emphasised, onPhoto, onType, others }: WaysProps) {
  const [photo, setPhoto] = useState<"reading" | "unread">();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setPhoto("reading");
    setPhoto((await onPhoto(file)) ? undefined : "unread");
  };
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-2.5">
        <label className={`cursor-pointer ${buttonClass(emphasised ? "main" : "second")} has-focus-visible:outline-3 has-focus-visible:outline-brand`}>
          <ImageIcon aria-hidden size={22} />
          {photo === "reading" ? text.readingPhoto : text.photo}
          <input type="file" accept="image/*" className="sr-only" onChange={(event) => void choose(event.target.files?.[0])} />
        </label>
        <Button look={emphasised ? "main" : "second"} icon={Keyboard} onClick={onType}>
          {text.type}
        </Button>
        {others.map(({ icon, label, take }) => (
          <Button key={label} look="second" icon={icon} onClick={take}>
            {label}
          </Button>
        ))}
      </div>
      {photo === "unread" && (
        <p role="alert" className="font-medium text-warn">
          {text.photoUnread}
        </p>
      )}
    </>
  );
}
