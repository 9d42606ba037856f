import db from '@adonisjs/lucid/services/db'
import type { Administration } from './tenant_context.js'

const COLUMNS = [
  'id',
  'code',
  'name',
  'country',
  'timezone',
  'locale',
  'currency',
  'placement',
  'state',
  'demo',
] as const

/** The control plane's list of administrations; the only thing known before a tenant is. */
export const directory = {
  async byCode(code: string): Promise<Administration | null> {
    return (await table().where('code', code.toUpperCase()).first()) ?? null
  },
  async byId(id: string): Promise<Administration | null> {
    return (await table().where('id', id).first()) ?? null
  },
  async all(): Promise<Administration[]> {
    return table().orderBy('code')
  },
}

const table = () =>
  db
    .connection('control')
    .from('control.administrations')
    .select(...COLUMNS)
