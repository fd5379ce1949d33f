"use client";
import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { IconButton } from "@/components/ui/button";

/** One step back; to `fallback` when the screen was opened by its address. */
export function BackButton({ label, fallback, onBack }: { readonly label: string; readonly fallback: string; readonly onBack?: () => void }) {
  const router = useRouter();
  const goBack = () => (window.history.length > 1 ? router.back() : router.replace(fallback));
  return <IconButton icon={ArrowLeft} label={label} onClick={onBack ?? goBack} />;
}
