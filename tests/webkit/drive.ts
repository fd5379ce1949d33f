import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "@/lib/launcher/failure.mjs";
import { freePort } from "@/lib/launcher/ports.mjs";
import type { WebKit } from "./ensure-webkit";

export type Browser = {
  goTo(address: string): Promise<void>;
  /** Runs the body of a function in the page; answers what it returns. */
  run<T>(script: string): Promise<T>;
  close(): Promise<void>;
};

const startsWithinMs = 60_000;

/** WebKitGTK on a screen of its own, driven by the WebDriver protocol (https://www.w3.org/TR/webdriver2). */
export async function openBrowser({ driver, browser, screen }: WebKit): Promise<Browser> {
  const display = await startScreen(screen);
  const port = await freePort();
  const driving = startProgram(driver, [`--port=${port}`], { DISPLAY: display.name, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" });
  const close = async () => void (await Promise.all([endProgram(driving), endProgram(display.program)]));
  try {
    const ask = <T>(method: string, path: string, body?: object) => command<T>(`http://127.0.0.1:${port}${path}`, method, body);
    await answers(() => ask("GET", "/status"));
    const options = { binary: browser, args: ["--automation"] };
    const { sessionId } = await ask<{ sessionId: string }>("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
    const session = `/session/${sessionId}`;
    return {
      goTo: async (address) => void (await ask("POST", `${session}/url`, { url: address })),
      run: (script) => ask("POST", `${session}/execute/sync`, { script, args: [] }),
      close: async () => {
        await ask("DELETE", session).catch(() => undefined);
        await close();
      },
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

type Answer = { readonly value: unknown };
type Refused = { readonly error: string; readonly message: string };

async function command<T>(address: string, method: string, body?: object): Promise<T> {
  const response = await fetch(address, { method, headers: { "content-type": "application/json" }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as Answer;
  if (response.ok) return value as T;
  const { error, message } = value as Refused;
  throw new Failure(`WebKit refused ${method} ${new URL(address).pathname.split("/").at(-1)}: ${error} ${message}`);
}

/** The screen says itself which number was free. */
async function startScreen(program: string): Promise<{ readonly program: ChildProcess; readonly name: string }> {
  const child = startProgram(program, ["-displayfd", "1", "-screen", "0", "360x800x24", "-nolisten", "tcp"], {});
  const number = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(String(chunk).trim()));
    child.once("exit", () => reject(new Failure("Xvfb, the screen for WebKit, did not start.")));
  });
  return { program: child, name: `:${number}` };
}

async function answers(ask: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + startsWithinMs;
  while (!(await ask().then(() => true, () => false))) {
    if (Date.now() > until) throw new Failure("WebKitWebDriver did not start.");
    await pause(100);
  }
}

function startProgram(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"] });
  const leave = () => child.kill("SIGKILL");
  process.once("exit", leave);
  child.once("exit", () => process.removeListener("exit", leave));
  return child;
}

async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
