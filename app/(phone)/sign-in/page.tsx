import type { Metadata } from "next";
import { signInText } from "@/lib/text/sign-in";
import { SignIn } from "./sign-in";

export const metadata: Metadata = { title: signInText.title };

export default function SignInPage() {
  return <SignIn />;
}
