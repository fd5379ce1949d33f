"use client";
import { Flashlight, FlashlightOff, ImageIcon, Keyboard, RotateCcw, ShieldCheck, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import { refusals } from "@/lib/text/refusals";
import { scanner as text } from "@/lib/text/scanner";
import { CardSides } from "./card-sides";
import type { ScannerProps } from "./scanner-sheet";
import { useScanner, type ScannerState } from "./use-scanner";
import { ZoomChoice } from "./zoom-choice";

/** Reads a dense code in bad light; a photo and typing are always in reach. */
export default function Scanner({ mode, onText, onClose, onType }: ScannerProps) {
  const view = useRef<HTMLDivElement>(null);
  const { state, refusal, camera, readPhoto, again } = useScanner({ mode, onText }, view);
  const [torch, setTorch] = useState(false);
  useCloseOnEscape(onClose);
  const late = state.phase === "problem" || (state.phase === "reading" && state.hint === "other");

  return (
    <div role="dialog" aria-modal="true" aria-label={text[mode].title} className="fixed inset-0 z-30 flex flex-col bg-[#05090f] text-white">
      <div className="relative min-h-64 flex-1 overflow-hidden">
        <div ref={view} className="scanner-view absolute inset-0" />
        <header className="relative flex items-center gap-2 p-2 pt-[max(0.5rem,env(safe-area-inset-top))]">
          <IconButton icon={X} label={text.close} autoFocus onClick={onClose} className="rounded-full bg-black/60" />
          <h1 className="flex-1 text-center text-head">{text[mode].title}</h1>
          {camera?.torch ? (
            <IconButton
              icon={torch ? FlashlightOff : Flashlight}
              label={torch ? text.torchOff : text.torchOn}
              aria-pressed={torch}
              onClick={() => void camera.torch?.(!torch).then(() => setTorch(!torch))}
              className="rounded-full bg-black/60"
            />
          ) : (
            <span className="size-12" />
          )}
        </header>
        {camera?.zoom && <ZoomChoice zoom={camera.zoom} />}
        {state.phase !== "problem" && <Frame state={state} />}
        <Says state={state} refusal={refusal && refusals[refusal]} aim={text[mode].aim} />
      </div>
      <div className="grid gap-3 rounded-t-3xl bg-surface px-4 pt-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-ink">
        {mode === "card" && <CardSides />}
        <h2 className="text-small font-semibold text-ink-2">{text.other}</h2>
        <OtherWays emphasised={late} onPhoto={readPhoto} onType={onType} />
        {state.phase === "problem" && state.problem !== "unsupported" && state.problem !== "insecure" && (
          <Button look="quiet" icon={RotateCcw} onClick={again}>
            {text.again}
          </Button>
        )}
        <p className="flex items-center justify-center gap-2 text-caption text-ink-2">
          <ShieldCheck aria-hidden size={18} />
          {text.privacy}
        </p>
      </div>
    </div>
  );
}

function Frame({ state }: { readonly state: ScannerState }) {
  return (
    <div
      aria-hidden
      className={`absolute inset-x-10 top-1/2 aspect-square max-h-[60%] -translate-y-1/2 rounded-3xl border-4 shadow-[0_0_0_100vmax_rgb(5_9_15/0.55)] transition-colors duration-[220ms] ${state.phase === "read" ? "border-star" : "border-white"}`}
    />
  );
}

function Says({ state, refusal, aim }: { readonly state: ScannerState; readonly refusal: string | undefined; readonly aim: string }) {
  const [first, second] = sentences(state, refusal, aim);
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

type WaysProps = { readonly emphasised: boolean; readonly onPhoto: (file: File) => Promise<boolean>; readonly onType: () => void };

function OtherWays({ emphasised, onPhoto, onType }: WaysProps) {
  const [photo, setPhoto] = useState<"reading" | "unread">();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setPhoto("reading");
    setPhoto((await onPhoto(file)) ? undefined : "unread");
  };
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-2.5">
        <label className={`cursor-pointer ${buttonClass(emphasised ? "main" : "second")} has-focus-visible:outline-3 has-focus-visible:outline-brand`}>
          <ImageIcon aria-hidden size={22} />
          {photo === "reading" ? text.readingPhoto : text.photo}
          <input type="file" accept="image/*" className="sr-only" onChange={(event) => void choose(event.target.files?.[0])} />
        </label>
        <Button look={emphasised ? "main" : "second"} icon={Keyboard} onClick={onType}>
          {text.type}
        </Button>
      </div>
      {photo === "unread" && (
        <p role="alert" className="font-medium text-warn">
          {text.photoUnread}
        </p>
      )}
    </>
  );
}

function useCloseOnEscape(onClose: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [onClose]);
}
