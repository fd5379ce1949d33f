-- How much a program may still ask, and how often it asked: kept by the function below only.
ALTER TABLE "api_client" ADD COLUMN "left" DOUBLE PRECISION NOT NULL DEFAULT 60,
ADD COLUMN "refilled_at" TIMESTAMPTZ(3);
CREATE TABLE "api_use" (
    "province_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "asked" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "api_use_pkey" PRIMARY KEY ("client_id","day","asked")
);
CREATE INDEX "api_use_province_id_day_idx" ON "api_use"("province_id", "day");

alter table api_use enable row level security, force row level security;
create policy province on api_use as restrictive using (province_id = (select app_province()));
create policy keeper on api_use for select to tns_app using ('registers' = any ((select app_duties())::text[]));
grant select on api_use to tns_app;

-- A revoked key stays revoked, nobody reads digests, and when a key was used is no matter of choice.
revoke select, insert, update (last_used_at) on api_client from tns_app;
grant select (id, province_id, name, created_by_id, created_at, last_used_at, revoked_at) on api_client to tns_app;
grant insert (id, province_id, name, key_hash, created_by_id, created_at) on api_client to tns_app;
create policy once on api_client as restrictive for update to tns_app using (revoked_at is null) with check (true);

create policy lookup on api_client for select to tns_lookup using (true);
create policy lookup_change on api_client for update to tns_lookup using (true);
create policy lookup on api_use to tns_lookup using (true) with check (true);
grant select, update (last_used_at, "left", refilled_at) on api_client to tns_lookup;
grant select, insert, update, delete on api_use to tns_lookup;

-- Whose key this is: takes one question off what the program may ask, and writes down that it asked. `wait` is 0, or the
-- seconds until the next question; no row for a key that nobody has or that was revoked. Days are kept for 400.
create function use_api_key(hash bytea, asked_for text, most double precision, per_second double precision, moment timestamptz)
  returns table (id uuid, wait integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare client api_client; room double precision;
  begin
    select * into client from api_client where province_id = app_province() and key_hash = hash and revoked_at is null for update;
    if not found then return; end if;
    room := least(most, client."left" + per_second * greatest(0, coalesce(extract(epoch from moment - client.refilled_at), most)));
    if room < 1 then return query select client.id, ceil((1 - room) / per_second)::int; return; end if;
    update api_client set last_used_at = moment, "left" = room - 1, refilled_at = moment where api_client.id = client.id;
    insert into api_use (province_id, client_id, day, asked, count) values (client.province_id, client.id, scheme_day(moment), asked_for, 1)
    on conflict (client_id, day, asked) do update set count = api_use.count + 1;
    delete from api_use where client_id = client.id and day < scheme_day(moment) - 400;
    return query select client.id, 0;
  end $$;

grant create on schema public to tns_lookup;
alter function use_api_key(bytea, text, double precision, double precision, timestamptz) owner to tns_lookup;
revoke all on function use_api_key(bytea, text, double precision, double precision, timestamptz) from public;
grant execute on function use_api_key(bytea, text, double precision, double precision, timestamptz) to tns_app;
revoke create on schema public from tns_lookup;
