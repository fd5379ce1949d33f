import { handleAuth } from "@/lib/server/auth/auth-route";

export { handleAuth as GET, handleAuth as POST };
