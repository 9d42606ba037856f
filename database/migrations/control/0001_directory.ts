import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The control plane: who the administrations are, who operates the platform, who is signed in.
 * Holds ids and counts; never cargo, parties, scores or cases.
 */
export default class extends BaseSchema {
  async up() {
    const run = (sql: string) => this.schema.raw(sql)
    run(`create table control.administrations (
      id uuid primary key, code text not null unique check (code ~ '^[A-Z0-9-]{2,12}$'), name text not null,
      country text not null, timezone text not null, locale text not null, currency text not null,
      placement text not null default 'main', state text not null default 'live' check (state in ('configuring','live','suspended')),
      demo boolean not null default false, created_at timestamptz not null default now())`)
    run(`create table control.operators (
      id uuid primary key, email text not null unique, name text not null, password_hash text not null,
      locale text not null default 'en', disabled_at timestamptz, created_at timestamptz not null default now())`)
    run(`create table control.sessions (
      id text primary key, guard text check (guard in ('officer','operator')), administration_id uuid, person_id uuid,
      data text not null, agent text, created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(), expires_at timestamptz not null)`)
    run(`create index sessions_person_idx on control.sessions (guard, administration_id, person_id)`)
    run(`create table control.rate_limits (key text primary key, points integer not null default 0, expire bigint)`)
    run(
      `create table control.api_token_directory (kid text primary key, administration_id uuid not null references control.administrations (id))`
    )
    run(`grant select, insert, update on control.administrations to landfall_control`)
    run(`grant select on control.administrations to landfall_auth, landfall_app`)
    run(`grant select, insert, update on control.operators to landfall_control`)
    run(`grant select on control.operators to landfall_auth`)
    run(`grant select, insert, update, delete on control.sessions to landfall_auth`)
    run(`grant select, insert, update, delete on control.rate_limits to landfall_auth`)
    run(`grant select on control.api_token_directory to landfall_auth`)
    run(`grant insert, select, delete on control.api_token_directory to landfall_control`)
  }
}
