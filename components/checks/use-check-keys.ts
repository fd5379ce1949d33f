import { useSingleKeys } from "@/components/ui/use-single-keys";

export type CheckKey = "confirm" | "refuse" | "accept" | "next" | "previous" | "undo" | "help" | "open" | "back" | "1" | "2" | "3" | "4";

const keysByCode: Record<string, CheckKey> = { KeyX: "confirm", KeyT: "refuse", KeyC: "accept", ArrowDown: "next", ArrowUp: "previous", KeyZ: "undo" };

/** Reasons have their keys only while one is asked for. */
export function useCheckKeys(isRefusing: boolean, act: (key: CheckKey) => void): void {
  useSingleKeys<CheckKey>(({ code, shiftKey, target }) => {
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1] as CheckKey | undefined;
    if (isRefusing) return digit ?? (code === "Escape" || code === "KeyT" ? "back" : undefined);
    if (code === "Slash") return shiftKey ? "help" : undefined;
    if (code === "Enter") return target instanceof HTMLTableRowElement ? "open" : undefined;
    return keysByCode[code];
  }, act, ["next", "previous"]);
}
