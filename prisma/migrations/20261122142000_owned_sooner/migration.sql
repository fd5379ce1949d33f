-- Asked for every row that belongs to an entry: outcomes, consents, reviews. It looked at the entry through all of its
-- policies each time and planned that anew; now it looks as tns_lookup, with a plan that is kept. What it says is the same:
-- whoever recorded an entry or supervises its unit sees it anyway, and the wall around the province stands for everybody.
create or replace function app_owns(asked uuid) returns boolean
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
  as $$
  begin
    return exists (select from entry where entry.id = asked and (entry.author_id = app_user() or app_supervises(entry.unit_id)));
  end $$;

grant create on schema public to tns_lookup;
alter function app_owns(uuid) owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function app_owns(uuid) from public;
grant execute on function app_owns(uuid) to tns_app, tns_lookup;
