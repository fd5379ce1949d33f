import { handleSession } from "@/lib/server/auth/session-route";

export { handleSession as GET };
