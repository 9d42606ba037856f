import { rows } from '#platform/tenancy/database'
import type { PlaceKind } from '../../place_kinds.js'

export interface Member {
  id: string
  name: string
  state: string
}

const SQL = {
  unit: `select o.id, o.name, o.state from tenant.unit_officers m
           join tenant.officers o on o.tenant_id = m.tenant_id and o.id = m.officer_id
          where m.unit_id = ? order by o.name, o.id limit 500`,
  site: `select o.id, o.name, o.state from tenant.site_officers m
           join tenant.officers o on o.tenant_id = m.tenant_id and o.id = m.officer_id
          where m.site_id = ? order by o.name, o.id limit 500`,
  agency: `select o.id, o.name, o.state from tenant.agency_officers m
             join tenant.officers o on o.tenant_id = m.tenant_id and o.id = m.officer_id
            where m.agency_id = ? order by o.name, o.id limit 500`,
} as const

export const listMembers = (kind: PlaceKind, placeId: string): Promise<Member[]> => rows(SQL[kind], [placeId])
