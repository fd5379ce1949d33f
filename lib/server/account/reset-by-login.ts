import "server-only";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import { removeSecondFactor } from "@/lib/server/auth/second-factor";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";

/** Takes the second factor of an account away in nobody's name and ends its sessions; its person is told. False where there is none. */
export async function resetByLogin(login: string, now: string): Promise<boolean> {
  const provinceId = await deployedProvinceId();
  return withProvince(provinceId, async (tx) => {
    const [person] = await tx.$queryRaw<{ id: string }[]>`select id from app_user where login = ${login.trim().toLowerCase()}`;
    if (!person || !(await removeSecondFactor(tx, person.id))) return false;
    await tx.$executeRaw`update app_session set revoked_at = ${now}::timestamptz where user_id = ${person.id}::uuid and revoked_at is null`;
    await saveAccountEvent(tx, { provinceId, userId: person.id }, "secondFactorReset", now);
    return true;
  });
}
