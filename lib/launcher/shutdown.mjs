/**
 * Ends what was started, last first, on Ctrl-C, on SIGTERM, or when the terminal is closed. npm passes signals on,
 * so one Ctrl-C may arrive twice.
 *
 * @typedef {{ add: (stop: () => Promise<unknown>) => void, end: () => Promise<void>, isEnding: () => boolean }} Shutdown
 * @returns {Shutdown}
 */
export function endOnSignals() {
  const endings = [];
  let ending;
  const end = () => (ending ??= endAll(endings));
  const stop = () => {
    if (!ending) process.stdout.write("\nStopping …\n");
    void end().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) onParentGone(stop);
  return { add: (service) => void endings.push(service), end, isEnding: () => ending !== undefined };
}

/** npm runs us below a shell, and ends that shell only, not what runs below it. */
function onParentGone(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

async function endAll(endings) {
  for (const stop of endings.reverse()) await stop().catch((error) => console.error(`While stopping: ${error.message}`));
}
