import { serveHandlers } from "../../setup/http-server";

const { origin } = await serveHandlers();
process.send?.({ origin });
