const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const stillRunningEvery = 10_000;

/**
 * Runs one step and says so: a spinner on a terminal, a line now and then elsewhere, at the end
 * "✔ Dependencies installed (31 s)".
 *
 * @template T
 * @param {string} doing "Installing dependencies"
 * @param {string | ((result: T) => string)} done "Dependencies installed"
 * @param {() => Promise<T>} run
 */
export async function step(doing, done, run) {
  const started = Date.now();
  const stopShowing = process.stdout.isTTY ? spin(doing, started) : tell(doing, started);
  try {
    const result = await run();
    stopShowing();
    console.log(`✔ ${typeof done === "string" ? done : done(result)} (${elapsed(started)})`);
    return result;
  } catch (error) {
    stopShowing();
    throw error;
  }
}

/** "0.4 s", "31 s", "2 min 5 s" */
export function elapsed(since, now = Date.now()) {
  const seconds = (now - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function spin(doing, started) {
  let frame = 0;
  const draw = () => process.stdout.write(`\r\x1b[2K${frames[frame++ % frames.length]} ${doing} … ${elapsed(started)}`);
  draw();
  const timer = setInterval(draw, 120);
  return () => {
    clearInterval(timer);
    process.stdout.write("\r\x1b[2K");
  };
}

function tell(doing, started) {
  const timer = setInterval(() => console.log(`… ${doing} (${elapsed(started)})`), stillRunningEvery);
  return () => clearInterval(timer);
}
