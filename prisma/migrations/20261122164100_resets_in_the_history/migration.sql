-- Whoever manages a person reads in their history that the second factor was reset, and by whom.
alter table person_change drop constraint known_kind;
alter table person_change add constraint known_kind check (
  kind in ('created', 'imported', 'renamed', 'kindChanged', 'roleGranted', 'roleEnded', 'disabled', 'enabled', 'passwordIssued', 'secondFactorReset'));
