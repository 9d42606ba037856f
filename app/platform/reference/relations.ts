import type { ReadDataset, Row } from './datasets.js'

/** A table of schema `reference` and the data files that fill it. */
export interface Relation {
  readonly table: string
  /** Loaded again when any of them changed. */
  readonly datasets: readonly string[]
  readonly clear: string
  /** Takes one array a column, in the order of a row. */
  readonly insert: string
  rows(read: ReadDataset): readonly Row[]
}

const places: Relation = {
  table: 'places',
  datasets: ['places', 'place_twins'],
  clear: 'delete from reference.places',
  insert: `insert into reference.places (code, name, functions, latitude, longitude, country, sea_port)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::text[], $7::text[])`,
  rows: (read) => {
    const twins = new Map(read('place_twins').map(([airport = '', seaPort = '']) => [airport, seaPort]))
    return read('places').map((row) => [...row, row[0]?.slice(0, 2) ?? '', twins.get(row[0] ?? '') ?? ''])
  },
}

const countries: Relation = {
  table: 'countries',
  datasets: ['countries'],
  clear: 'delete from reference.countries',
  insert: `insert into reference.countries (alpha2, alpha3, name) select * from unnest($1::text[], $2::text[], $3::text[])`,
  rows: (read) => read('countries'),
}

const packageTypes: Relation = {
  table: 'package_types',
  datasets: ['package_types'],
  clear: 'delete from reference.package_types',
  insert: `insert into reference.package_types (code, name) select * from unnest($1::text[], $2::text[])`,
  rows: (read) => read('package_types'),
}

const units: Relation = {
  table: 'units',
  datasets: ['units'],
  clear: 'delete from reference.units',
  insert: `insert into reference.units (code, name, kind, factor)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::float8[])`,
  rows: (read) => read('units'),
}

const containerTypes: Relation = {
  table: 'container_types',
  datasets: ['container_types'],
  clear: 'delete from reference.container_types',
  insert: `insert into reference.container_types (code, description, tare_kg, max_payload_kg, max_gross_kg, capacity_m3)
    select * from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::float8[])`,
  rows: (read) => read('container_types'),
}

const hsCodes: Relation = {
  table: 'hs_codes',
  datasets: ['hs_codes'],
  clear: 'delete from reference.hs_codes',
  insert: `insert into reference.hs_codes (code, section, description) select * from unnest($1::text[], $2::text[], $3::text[])`,
  rows: (read) => read('hs_codes'),
}

export const RELATIONS: readonly Relation[] = [places, countries, packageTypes, units, containerTypes, hsCodes]
