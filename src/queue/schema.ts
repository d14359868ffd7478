/* The tables beside those of the engine: what a run is, how far each place is, which workers live, whose turn with a host it is. */

/** Rises whenever a program of another version could not work with the tables. */
export const schemaVersion = 1;

/** The engine keeps its jobs in the schema `graphile_worker`. */
export const schemaName = 'odi_queue';

/** The task of the engine that audits one place. */
export const taskName = 'odi_place';

/** Times that a place is tried before it counts as failed; the engine waits longer each time, up to some minutes. */
export const mostAttempts = 5;

/** Times that a place may end its worker before it is set aside. */
export const mostKills = 3;

const tables = `
create schema if not exists odi_queue;
create table if not exists odi_queue.version (version integer not null);
create table if not exists odi_queue.runs (
  id bigint generated always as identity primary key,
  name text not null unique,
  settings jsonb not null,
  planned_at timestamptz not null default now()
);
create table if not exists odi_queue.workers (
  id text primary key,
  machine text not null,
  process integer not null,
  seen_at timestamptz not null default clock_timestamp()
);
create table if not exists odi_queue.places (
  run bigint not null references odi_queue.runs on delete cascade,
  place text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  categories text[] not null,
  kept text[] not null default '{}',
  worker text,
  doing text,
  kills integer not null default 0,
  says text,
  begun_at timestamptz,
  ended_at timestamptz,
  primary key (run, place)
);
create table if not exists odi_queue.hosts (
  host text primary key,
  free_at timestamptz not null default 'epoch'
);
create table if not exists odi_queue.turns (
  id uuid primary key,
  host text not null,
  worker text not null references odi_queue.workers on delete cascade
);
create index if not exists turns_host on odi_queue.turns (host);
create table if not exists odi_queue.replies (
  run bigint not null references odi_queue.runs on delete cascade,
  request text not null,
  worker text not null,
  capture text,
  payload bytea,
  primary key (run, request)
);`;

/** Milliseconds until a turn may be had: 0 where it was given, null where a request of another has to end first. */
const takeTurn = `
create or replace function odi_queue.take_turn(turn uuid, asked text, own text, room integer, apart double precision)
returns double precision language plpgsql as $$
declare
  free timestamptz;
  early double precision;
begin
  perform 1 from odi_queue.workers where id = own;
  if not found then raise exception 'odi: this worker was given up' using errcode = 'ODI01'; end if;
  insert into odi_queue.hosts (host) values (asked) on conflict do nothing;
  select free_at into free from odi_queue.hosts where host = asked for update;
  perform 1 from odi_queue.turns where id = turn;
  if found then return 0; end if;
  if (select count(*) from odi_queue.turns where host = asked) >= room then return null; end if;
  early := extract(epoch from free - clock_timestamp()) * 1000;
  if early > 0 then return early; end if;
  insert into odi_queue.turns (id, host, worker) values (turn, asked, own);
  update odi_queue.hosts set free_at = clock_timestamp() + apart * interval '1 millisecond' where host = asked;
  return 0;
end $$;`;

/**
 * Gives back the jobs of some workers. With \`killed\`, their workers ended over them: a place that did so as often as is borne
 * is set aside with its last words. Attempts that did not come to an end do not count.
 */
const giveBack = `
create or replace function odi_queue.give_back(ids text[], killed boolean) returns void language plpgsql as $$
declare
  job record;
  spot record;
begin
  -- First, so that who is just taking a place has taken it before, or never does.
  delete from odi_queue.workers where id = any(ids);
  for job in
    select jobs.id, jobs.key, jobs.attempts from graphile_worker.jobs as jobs
    where jobs.locked_by = any(ids) order by jobs.id
  loop
    update odi_queue.places set
      kills = kills + killed::integer,
      worker = null,
      state = case when state <> 'running' then state when killed and kills + 1 >= ${mostKills} then 'failed' else 'waiting' end,
      ended_at = case when state = 'running' and killed and kills + 1 >= ${mostKills} then clock_timestamp() else ended_at end,
      says = case when state = 'running' and killed and kills + 1 >= ${mostKills}
        then 'its worker ended ' || (kills + 1) || ' times' || coalesce(' while it did ' || doing, '') else says end
    where run || ':' || place = job.key
    returning state, says into spot;
    perform graphile_worker.force_unlock_workers(ids);
    if spot.state = 'failed' then
      perform graphile_worker.permanently_fail_jobs(array[job.id], spot.says);
    else
      perform graphile_worker.reschedule_jobs(array[job.id], now(), null, greatest(job.attempts - 1, 0));
    end if;
  end loop;
  -- What no job stands for any more.
  update odi_queue.places set state = 'waiting', worker = null where worker = any(ids) and state = 'running';
end $$;`;

/** Gives back what workers hold that were not seen for so many milliseconds. */
const sweep = `
create or replace function odi_queue.sweep(silence double precision) returns integer language plpgsql as $$
declare
  gone text[];
begin
  if not pg_try_advisory_xact_lock(hashtext('odi_queue.sweep')) then return 0; end if;
  -- A place that waits has a job, whatever became of the one before.
  perform graphile_worker.add_job('${taskName}', json_build_object('run', run::text, 'place', place),
    job_key := run || ':' || place, max_attempts := ${mostAttempts})
    from odi_queue.places where state = 'waiting'
    and not exists (select 1 from graphile_worker.jobs as jobs where jobs.key = run || ':' || place);
  select array_agg(id) into gone from (
    select id from odi_queue.workers where seen_at < clock_timestamp() - silence * interval '1 millisecond'
    union
    select jobs.locked_by from graphile_worker.jobs as jobs
    where jobs.locked_by is not null and jobs.task_identifier = '${taskName}'
      and jobs.locked_at < clock_timestamp() - silence * interval '1 millisecond'
      and not exists (select 1 from odi_queue.workers where id = jobs.locked_by)
  ) as silent;
  if gone is null then return 0; end if;
  perform odi_queue.give_back(gone, true);
  return array_length(gone, 1);
end $$;`;

/** Puts a run and its places into the queue, or puts them there again; what is under way is left alone. Gives the run and how many were put. */
const plan = `
create or replace function odi_queue.plan(title text, with_settings jsonb, stops jsonb, attempts integer, out run bigint, out put integer)
language plpgsql as $$
declare
  fresh text[];
begin
  insert into odi_queue.runs as runs (name, settings) values (title, with_settings)
    on conflict (name) do update set settings = excluded.settings, planned_at = now()
    returning runs.id into run;
  if not exists (select 1 from odi_queue.places as known where known.run = plan.run and state = 'running') then
    delete from odi_queue.replies as kept where kept.run = plan.run;
  end if;
  with put_again as (
    insert into odi_queue.places as known (run, place, categories)
      select plan.run, stop ->> 'place', array(select jsonb_array_elements_text(stop -> 'categories'))
      from jsonb_array_elements(stops) as stop
    on conflict on constraint places_pkey do update set
      state = 'waiting', categories = excluded.categories, kept = '{}', worker = null, doing = null, kills = 0, says = null,
      begun_at = null, ended_at = null
      where known.state <> 'running'
    returning known.place
  ) select coalesce(array_agg(place), '{}') into fresh from put_again;
  perform graphile_worker.add_job('${taskName}', json_build_object('run', run::text, 'place', place),
    job_key := run || ':' || place, max_attempts := attempts)
    from jsonb_array_elements(stops) with ordinality as listed (stop, turn), lateral (select stop ->> 'place') as named (place)
    where place = any(fresh) order by turn;
  put := cardinality(fresh);
end $$;`;

/** All that a database needs beside the engine's own tables; run again it changes nothing. */
export const schemaStatements = [tables, takeTurn, giveBack, sweep, plan].join('\n');
