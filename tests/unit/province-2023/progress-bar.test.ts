import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { showProgress } from "../../../prisma/province-2023/progress-bar";

function outputOf(isTTY: boolean) {
  const pieces: string[] = [];
  const output = Object.assign(new Writable({ write: (piece, _encoding, done) => (pieces.push(String(piece)), done()) }), { isTTY });
  return { pieces, output: output as unknown as NodeJS.WriteStream };
}

test("beside a terminal there is a line whenever something else begins", () => {
  const { pieces, output } = outputOf(false);
  const bar = showProgress(2_000, "entries", output);
  bar.say("Members");
  bar.advance(1_000);
  bar.say("Work");
  bar.end();
  expect(pieces).toHaveLength(2);
  expect(pieces[0]).toMatch(/^░{30} {3}0 % {2}0 of 2,000 entries, 0 s {2}Members\n$/);
  expect(pieces[1]).toMatch(/^█{15}░{15} {2}50 % {2}1,000 of 2,000 entries, 0 s {2}Work\n$/);
});

test("on a terminal it stays in one line, which ends with it", () => {
  const { pieces, output } = outputOf(true);
  const bar = showProgress(1, "entries", output);
  bar.advance(1);
  bar.say("Done");
  bar.end();
  expect(pieces[0]).toMatch(/^\r.*█{30} 100 %/s);
  expect(pieces.join("").match(/\n/g)).toHaveLength(1);
});
