"use client";
import { useEffect, useRef } from "react";

const heldAfter = 500;

/** For something that is pressed and held: runs instead of the click that would follow. */
export function useHold(run: () => void) {
  const state = useRef<{ timer?: ReturnType<typeof setTimeout>; held?: boolean }>({});
  const release = () => clearTimeout(state.current.timer);
  useEffect(() => release, []);
  return {
    onPointerDown: () => {
      release();
      state.current.held = false;
      state.current.timer = setTimeout(() => {
        state.current.held = true;
        navigator.vibrate?.(20);
        run();
      }, heldAfter);
    },
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(), // phones open theirs at the same moment
    onClick: (event: React.MouseEvent) => {
      if (state.current.held) event.preventDefault();
      state.current.held = false;
    },
  };
}
