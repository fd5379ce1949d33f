import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { denseButtonClass } from "./dense-button";
import "./poster.css";
import { PrintButton } from "./print-button";

type Props = {
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly print: string;
  readonly brand: string;
  /** Where it hangs or lies. */
  readonly name: string;
  readonly heading: string;
  readonly code: ReactNode;
  /** Below the code: what to do, and what to know. */
  readonly children: ReactNode;
  readonly foot: ReactNode;
};

/** One A5 page around a code, black on white, with words that need nobody to explain them. */
export function Poster({ title, back, print, brand, name, heading, code, children, foot }: Props) {
  return (
    <>
      <header className="desk-top">
        <Link href={back.href} className={denseButtonClass("bare")}>
          <ArrowLeft aria-hidden size={16} />
          {back.label}
        </Link>
        <h1 className="desk-title">{title}</h1>
        <PrintButton look="main" className="ml-auto">{print}</PrintButton>
      </header>
      <article className="poster" aria-label={name}>
        <p className="poster-brand">{brand}</p>
        <p className="poster-name">{name}</p>
        <h2 className="poster-heading">{heading}</h2>
        <div className="poster-code">{code}</div>
        {children}
        <p className="poster-foot">{foot}</p>
      </article>
    </>
  );
}
