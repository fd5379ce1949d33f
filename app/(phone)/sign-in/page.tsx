import type { Metadata } from "next";
import { SignInScreen } from "@/components/sign-in/sign-in-screen";
import { signInText } from "@/lib/text/sign-in";

export const metadata: Metadata = { title: signInText.title };

export default function SignInPage() {
  return <SignInScreen />;
}
