import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { symbols } from '@adonisjs/auth'
import { tenancy } from '#platform/tenancy/tenant_context'
import { loadFiler, type Filer } from './filer.js'

/** Finds the signed-in person of a filer inside the administration of the request, and nowhere else. */
export class FilerProvider implements SessionUserProviderContract<Filer> {
  declare [symbols.PROVIDER_REAL_USER]: Filer

  async createUserForGuard(filer: Filer): Promise<SessionGuardUser<Filer>> {
    return { getId: () => filer.id, getOriginal: () => filer }
  }

  async findById(id: string): Promise<SessionGuardUser<Filer> | null> {
    if (!tenancy.maybe()) return null
    const filer = await loadFiler(id)
    return filer ? this.createUserForGuard(filer) : null
  }
}
