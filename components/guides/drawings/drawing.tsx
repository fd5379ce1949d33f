import type { ReactNode } from "react";
import type { DrawingName } from "@/lib/domain/guide/guide";
import { Camera, Code, Document, Receipt, Result } from "./papers";
import { Account, Download, Face, Link, Nfc, Otp, Pay, Qr, Search, SignIn } from "./phones";
import { Police } from "./police";

const drawings: Record<DrawingName, () => ReactNode> = {
  "dang-nhap": SignIn,
  "tai-khoan": Account,
  "lien-ket": Link,
  "the-nfc": Nfc,
  "quet-qr": Qr,
  "khuon-mat": Face,
  otp: Otp,
  "tai-ung-dung": Download,
  "cong-an": Police,
  "tim-kiem": Search,
  "ho-so": Document,
  "chup-anh": Camera,
  "ma-ho-so": Code,
  "thanh-toan": Pay,
  "bien-lai": Receipt,
  "ket-qua": Result,
};

/** A simple picture of ours. It says nothing that the words beside it don't, so nobody has to see it. */
export function Drawing({ name, className = "" }: { readonly name: DrawingName; readonly className?: string }) {
  const Picture = drawings[name];
  return (
    <svg
      aria-hidden viewBox="0 0 160 100" data-drawing={name} strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round"
      className={`fill-none stroke-ink ${className}`}
    >
      <Picture />
    </svg>
  );
}
