export { handleAsk as POST } from "@/lib/server/invitations/join-route";
