import { useSingleKeys } from "@/components/ui/use-single-keys";

export type DeskKey = "confirm" | "return" | "refuse" | "next" | "previous" | "choose" | "search" | "undo" | "help";

const keysByCode: Record<string, DeskKey> = {
  KeyD: "confirm",
  KeyS: "return",
  KeyK: "refuse",
  ArrowDown: "next",
  ArrowUp: "previous",
  Space: "choose",
  Slash: "search",
  KeyZ: "undo",
};

export function useDeskKeys(act: (key: DeskKey) => void): void {
  useSingleKeys(({ code, shiftKey }) => (code === "Slash" && shiftKey ? "help" : keysByCode[code]), act, ["next", "previous"]);
}
