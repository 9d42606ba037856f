import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { symbols } from '@adonisjs/auth'
import { tenancy } from '#platform/tenancy/tenant_context'
import { loadOfficer, type Officer } from './officer.js'

/** Finds the signed-in officer inside the administration of the request, and nowhere else. */
export class OfficerProvider implements SessionUserProviderContract<Officer> {
  declare [symbols.PROVIDER_REAL_USER]: Officer

  async createUserForGuard(officer: Officer): Promise<SessionGuardUser<Officer>> {
    return { getId: () => officer.id, getOriginal: () => officer }
  }

  async findById(id: string): Promise<SessionGuardUser<Officer> | null> {
    if (!tenancy.maybe()) return null
    const officer = await loadOfficer(id)
    return officer ? this.createUserForGuard(officer) : null
  }
}
