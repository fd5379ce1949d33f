import "server-only";
import { err } from "@/lib/domain/result";
import { SurveyRequest } from "@/lib/protocol/survey";
import { protocolVersion } from "@/lib/protocol/version";
import { clientAddress } from "@/lib/server/auth/client-address";
import { deployedProvinceId } from "@/lib/server/database/province";
import { guarded } from "@/lib/server/http/handle";
import { isOwnOrigin } from "@/lib/server/http/origin";
import { readJson } from "@/lib/server/http/read-body";
import { saveResponses } from "./save-responses";

/** `POST /api/survey`: asks for no session and looks at no cookie, so that who answers stays unknown. */
export const handleSurvey = guarded(async (request) => {
  if (!isOwnOrigin(request)) return err("wrongOrigin");
  const json = await readJson(request);
  if (!json.ok) return json;
  const body = SurveyRequest.safeParse(json.value);
  if (!body.success) return err("badRequest");
  if (body.data.protocol !== protocolVersion) return err("unsupportedProtocol");
  return saveResponses(body.data.responses, {
    provinceId: await deployedProvinceId(),
    address: clientAddress(request.headers),
    now: new Date().toISOString(),
  });
});
