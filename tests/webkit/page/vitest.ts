import { GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, getState, setState, type ExpectStatic } from "@vitest/expect";
import * as chai from "chai";
import { check } from "./checks";

/** As much of Vitest as the tests use that run here: its own matchers, and a list of what is to run. */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const makeAssertion = (value: unknown, message?: string) => chai.expect(value, message);
export const expect: ExpectStatic = Object.assign(makeAssertion, chai.expect, {
  getState: () => getState(expect),
  setState: (state: object) => setState(state, expect),
  poll,
}) as unknown as ExpectStatic;
Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });

const polledForMs = 5_000;

/** Reads again until the matcher agrees. */
function poll(read: () => unknown): unknown {
  const agree = async (matcher: string, wanted: unknown[]) => {
    for (const until = Date.now() + polledForMs; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      try {
        return void (makeAssertion(await read()) as unknown as Record<string, (...wanted: unknown[]) => void>)[matcher]!(...wanted);
      } catch (cause) {
        if (Date.now() > until) throw cause;
      }
    }
  };
  return new Proxy({}, { get: (_, matcher) => (...wanted: unknown[]) => agree(String(matcher), wanted) });
}

let within = "";
let before: (() => unknown)[] = [];

export function describe(name: string, define: () => void): void {
  const outer = { within, before };
  within += `${name} › `;
  define();
  ({ within, before } = outer);
}

/** For the checks that are declared after it, in the same block. */
export function beforeEach(work: () => unknown): void {
  before = [...before, work];
}

type Work = () => unknown;

export const it = Object.assign(
  (name: string, ...[first, second]: [Work] | [object, Work]) => declare(name, (second ?? first) as Work),
  {
    each: <T>(cases: readonly T[]) => (name: string, work: (one: T) => unknown) =>
      cases.forEach((one, index) => declare(name.replace("%s", typeof one === "string" ? one : `case ${index + 1}`), () => work(one))),
  },
);

function declare(name: string, work: Work): void {
  const first = before;
  check(within + name, async () => {
    for (const prepare of first) await prepare();
    await work();
  });
}
