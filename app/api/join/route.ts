export const dynamic = "force-dynamic";

export { handleJoin as POST } from "@/lib/server/invitations/join-route";
export { handleStarter as GET } from "@/lib/server/invitations/starter-route";
