import { buttonClass } from "@/components/ui/button";
import { QrCode } from "@/components/ui/qr-code";
import { accountText } from "@/lib/text/account";

/** A secret on its way into an authenticator: to scan, to open on this phone, to type. */
export function AuthenticatorSecret({ secret, uri }: { readonly secret: string; readonly uri: string }) {
  const text = accountText.setUp;
  return (
    <div className="grid gap-3">
      <p>{text.scan}</p>
      <QrCode text={uri} label={text.qr} failed={text.qrFailed} className="mx-auto max-w-60" />
      <a href={uri} className={buttonClass("quiet")}>
        {text.openApp}
      </a>
      <div role="group" aria-labelledby="authenticator-key">
        <p className="text-small font-semibold text-ink-2" id="authenticator-key">
          {text.key}
        </p>
        {/* In fours, to be typed. */}
        <p className="flex flex-wrap gap-x-2 font-mono text-body select-all">
          {(secret.match(/.{1,4}/g) ?? []).map((part, index) => (
            <span key={index}>{part} </span>
          ))}
        </p>
      </div>
    </div>
  );
}
