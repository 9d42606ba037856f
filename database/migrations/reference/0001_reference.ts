import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * International reference data, alike for every administration and read-only to them.
 * Filled by `loadReferenceIntoDatabase` from `database/reference`; a new edition replaces the rows.
 */
const TABLES: Readonly<Record<string, string>> = {
  datasets: `dataset text primary key, file text not null, edition text not null, rows integer not null, sha256 text not null,
    source text not null, licence text not null, note text, loaded_at timestamptz not null default now()`,
  places: `code text primary key, name text not null, country text not null, functions text,
    latitude double precision, longitude double precision, sea_port text`,
  countries: `alpha2 text primary key, alpha3 text not null unique, name text not null`,
  package_types: `code text primary key, name text not null`,
  units: `code text primary key, name text not null, kind text not null, factor double precision not null`,
  container_types: `code text primary key, description text not null, tare_kg integer not null,
    max_payload_kg integer not null, max_gross_kg integer not null, capacity_m3 double precision not null`,
  hs_codes: `code text primary key, section text not null, description text not null`,
}

export default class extends BaseSchema {
  async up() {
    for (const [name, columns] of Object.entries(TABLES)) {
      this.schema.raw(`create table reference.${name} (${columns})`)
      this.schema.raw(`grant select on reference.${name} to landfall_app`)
    }
    this.schema.raw(`create index places_country_name_idx on reference.places (country, name)`)
  }
}
