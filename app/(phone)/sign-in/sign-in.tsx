"use client";
import dynamic from "next/dynamic";
import { SignInScreen } from "@/components/sign-in/sign-in-screen";

/** Not needed by most: fetched when something comes after the password. */
const SignInSteps = dynamic(() => import("@/components/account/sign-in-steps").then((module) => module.SignInSteps), { ssr: false });

export function SignIn() {
  return <SignInScreen steps={SignInSteps} />;
}
