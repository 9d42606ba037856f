import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { symbols } from '@adonisjs/auth'
import db from '@adonisjs/lucid/services/db'

/** A person of the control plane. Never sees cargo. */
export interface Operator {
  id: string
  email: string
  name: string
  locale: string
}

export class OperatorProvider implements SessionUserProviderContract<Operator> {
  declare [symbols.PROVIDER_REAL_USER]: Operator

  async createUserForGuard(operator: Operator): Promise<SessionGuardUser<Operator>> {
    return { getId: () => operator.id, getOriginal: () => operator }
  }

  async findById(id: string): Promise<SessionGuardUser<Operator> | null> {
    const row = await db
      .connection('auth')
      .from('control.operators')
      .select('id', 'email', 'name', 'locale')
      .where('id', id)
      .whereNull('disabled_at')
      .first()
    return row ? this.createUserForGuard(row) : null
  }
}
