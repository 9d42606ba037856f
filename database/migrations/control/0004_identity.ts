import { BaseSchema } from '@adonisjs/lucid/schema'

/** Second factors of operators, and limits of each session. */
export default class extends BaseSchema {
  async up() {
    const run = (sql: string) => this.schema.raw(sql)
    run(`alter table control.operators add column requires_second_factor boolean not null default true`)
    run(`alter table control.sessions add column idle_minutes integer not null default 30, add column ends_at timestamptz,
      add column complete boolean not null default false`)
    // Only why: whoever holds the cookie of an ended session is told once, and nobody can use it.
    run(`create table control.ended_sessions (id text primary key, because text not null check (because in ('replaced','ended')),
      ended_at timestamptz not null default now())`)
    const operator = `operator_id uuid not null references control.operators (id) on delete cascade`
    run(`create table control.operator_totp (${operator}, seed bytea not null, used_step bigint not null default 0,
      created_at timestamptz not null default now(), primary key (operator_id))`)
    run(`create table control.operator_passkeys (id uuid primary key, ${operator}, credential_id text not null unique, public_key bytea not null,
      counter bigint not null, transports text not null default '', name text not null, created_at timestamptz not null default now(), last_used_at timestamptz)`)
    run(`create index operator_passkeys_operator_idx on control.operator_passkeys (operator_id)`)
    run(`create table control.operator_recovery_codes (${operator}, salt text not null, code_hash text not null, used_at timestamptz,
      primary key (operator_id, code_hash))`)
    const factors = 'control.operator_totp, control.operator_passkeys, control.operator_recovery_codes'
    run(`grant select, insert, update, delete on ${factors} to landfall_auth`)
    run(`grant select, delete on ${factors} to landfall_control`)
    run(`grant update (password_hash, name, locale) on control.operators to landfall_auth`)
    run(`grant select, insert, delete on control.ended_sessions to landfall_auth`)
  }
}
