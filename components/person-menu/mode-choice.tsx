"use client";
import { Moon, Sun, SunDim } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Options } from "@/components/ui/choice";
import { personMenu } from "@/lib/text/person-menu";

const modes = ["light", "dark", "sunlight"] as const;
type Mode = (typeof modes)[number];
const icons = { light: SunDim, dark: Moon, sunlight: Sun };
const listeners = new Set<() => void>();

/** Light, dark or sunlight, kept on this phone; public/theme.js sets it before the first paint. */
export function ModeChoice() {
  const mode = useSyncExternalStore(subscribe, readMode, () => "light" as const);
  return (
    <Options
      legend={personMenu.mode}
      name="mode"
      value={mode}
      options={modes.map((value) => ({ value, label: personMenu.modes[value], icon: icons[value] }))}
      onChange={chooseMode}
    />
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readMode(): Mode {
  const chosen = document.documentElement.dataset.theme;
  return modes.find((mode) => mode === chosen) ?? "light";
}

function chooseMode(mode: Mode): void {
  document.documentElement.dataset.theme = mode;
  try {
    localStorage.setItem("mode", mode);
  } catch {
    // storage may be closed: the mode then lasts until the app is closed
  }
  listeners.forEach((listener) => listener());
}
