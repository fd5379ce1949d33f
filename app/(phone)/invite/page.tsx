import type { Metadata } from "next";
import { InviteScreen } from "@/components/invite/invite-screen";
import { inviteText } from "@/lib/text/invite";

export const metadata: Metadata = { title: inviteText.title };

export default function InvitePage() {
  return <InviteScreen />;
}
