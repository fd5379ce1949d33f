// Loaded into a server that the launcher starts: it ends with the launcher, also when that one is killed.
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
