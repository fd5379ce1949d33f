export { handleRecovery as POST } from "@/lib/server/recovery/recovery-route";
