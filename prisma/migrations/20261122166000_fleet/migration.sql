-- Phones that were taken back or lost, what became of them, and what was on a phone whose browser was emptied.
ALTER TABLE "device" ADD COLUMN "revoked_by_id" UUID,
ADD COLUMN "revoked_for" TEXT,
ADD COLUMN "wiped_at" TIMESTAMPTZ(3),
ADD COLUMN "vanished_at" TIMESTAMPTZ(3);

CREATE TABLE "device_loss" (
    "province_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pending_count" INTEGER NOT NULL,
    "oldest_captured_at" TIMESTAMPTZ(3),
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "new_device_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,

    CONSTRAINT "device_loss_pkey" PRIMARY KEY ("device_id","user_id")
);
CREATE INDEX "device_loss_province_id_user_id_idx" ON "device_loss"("province_id", "user_id");

alter table device add constraint known_reason check (revoked_for in ('revoked', 'lost'));

alter table device_loss enable row level security, force row level security;
create policy province on device_loss as restrictive using (province_id = (select app_province()));
create policy own_or_managed on device_loss to tns_app using (
  user_id = (select app_user()) or (select app_user()) is null or app_manages(user_id)
);
grant select, insert, update (settled_at, settled_by_id) on device_loss to tns_app;

-- A phone is taken back by whoever manages somebody on it. What a phone does to itself, it does as nobody.
create policy by_managers on device as restrictive for update to tns_app using (
  (select app_user()) is null
  or exists (select from device_manifest manifest where manifest.device_id = device.id and (manifest.user_id = (select app_user()) or app_manages(manifest.user_id)))
);
grant update (revoked_at, revoked_by_id, revoked_for, wiped_at, vanished_at) on device to tns_app;

-- How many commands of a person came from a device since a moment: what was on its way when it was told of is not lost.
create function arrived_from(device uuid, person uuid, since timestamptz) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select count(*)::int from command_log log
    where log.province_id = app_province() and log.actor_id = person and log.received_at >= since and log.device_id = device
  $$;
create policy lookup on command_log for select to tns_lookup using (true);
grant select (province_id, actor_id, device_id, received_at) on command_log to tns_lookup;
grant create on schema public to tns_lookup;
alter function arrived_from owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function arrived_from from public;
grant execute on function arrived_from to tns_app;
