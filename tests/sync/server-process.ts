import { serveHandlers } from "@/tests/setup/http-server";

/** The handlers in a process of their own, so that it can be killed. Its environment is the server's. */
const { port } = await serveHandlers(Number(process.argv[2]));
process.send?.(port);
