"use client";
import { SessionsSection } from "@/components/account/sessions-section";
import { InstallGuide } from "@/components/install/install-guide";
import { PersonMenu } from "@/components/person-menu/person-menu";
import { withPhone } from "@/components/phone/phone-gate";

export const Me = withPhone(({ phone }) => <PersonMenu phone={phone} installGuide={<InstallGuide phone={phone} />} sessions={<SessionsSection />} />);
