// Loaded into a server that the launcher starts, and by inheritance into that server's own helpers: the server ends
// with the launcher, also when that one is killed.
if (process.channel && String(process.ppid) === process.env.LAUNCHER_PID) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
