import { expect, test } from "vitest";
import { inAppBrowserOf, isIos } from "@/components/phone/installation";

const zalo = "Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 Zalo android/24070802";
const facebook = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.37.97]";
const chrome = "Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";
const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

test("browsers inside other apps are known by the name people know", () => {
  expect([zalo, facebook, chrome, safari].map(inAppBrowserOf)).toEqual(["Zalo", "Facebook", undefined, undefined]);
});

test("iPhones get the steps of iPhones", () => {
  expect([zalo, facebook, chrome, safari].map(isIos)).toEqual([false, true, false, true]);
});
