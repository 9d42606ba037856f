import { rows } from '#platform/tenancy/database'

export interface Unit {
  id: string
  code: string
  name: string
  /** UN/LOCODEs; empty: every port. */
  ports: string[]
  /** Codes of threats; empty: every threat. */
  threats: string[]
  open: boolean
}

/** Every unit by name, closed ones too. */
export const listUnits = (): Promise<Unit[]> =>
  rows(`select id, code, name, ports, threats, closed_at is null as open from tenant.units order by name, id limit 500`)

/** The open units an officer works in, by name. */
export const unitsOf = (officerId: string): Promise<Unit[]> =>
  rows(
    `select u.id, u.code, u.name, u.ports, u.threats, true as open
       from tenant.unit_officers m join tenant.units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
      where m.officer_id = ? and u.closed_at is null order by u.name, u.id`,
    [officerId]
  )
