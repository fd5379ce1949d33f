import { handleDemoAccounts } from "@/lib/server/auth/demo-accounts";

export const dynamic = "force-dynamic";
export { handleDemoAccounts as GET };
