/** How far something is that takes minutes: a bar on a terminal, a line now and then elsewhere. */
export type ProgressBar = { readonly advance: (by: number) => void; readonly say: (what: string) => void; readonly end: () => void };

const cells = 30;
const drawnEvery = 250;
const toldEvery = 10_000;

/** @param all what there is to do; `unit` names it: entries */
export function showProgress(all: number, unit: string, output: NodeJS.WriteStream = process.stdout): ProgressBar {
  const started = Date.now();
  let [done, doing] = [0, "Starting"];
  const line = () => {
    const share = all === 0 ? 1 : done / all;
    const bar = "█".repeat(Math.round(share * cells)).padEnd(cells, "░");
    return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done.toLocaleString("en")} of ${all.toLocaleString("en")} ${unit}, ${Math.round((Date.now() - started) / 1000)} s  ${doing}`;
  };
  const draw = output.isTTY ? () => output.write(`\r\x1b[2K${line()}`) : () => output.write(`${line()}\n`);
  const timer = setInterval(draw, output.isTTY ? drawnEvery : toldEvery);
  return {
    advance: (by) => void (done += by),
    say: (what) => {
      doing = what;
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (output.isTTY) output.write("\n");
    },
  };
}
