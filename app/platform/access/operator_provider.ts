import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { symbols } from '@adonisjs/auth'
import db from '@adonisjs/lucid/services/db'

/** A person of the control plane. Never sees cargo. */
export interface Operator {
  id: string
  email: string
  name: string
  locale: string
  hasFactor: boolean
  requiresSecondFactor: boolean
}

export class OperatorProvider implements SessionUserProviderContract<Operator> {
  declare [symbols.PROVIDER_REAL_USER]: Operator

  async createUserForGuard(operator: Operator): Promise<SessionGuardUser<Operator>> {
    return { getId: () => operator.id, getOriginal: () => operator }
  }

  async findById(id: string): Promise<SessionGuardUser<Operator> | null> {
    const operator = await loadOperator(id)
    return operator ? this.createUserForGuard(operator) : null
  }
}

/** The operator with this id who is not disabled, else `null`. */
export async function loadOperator(id: string): Promise<Operator | null> {
  const { rows } = (await db.connection('auth').rawQuery(
    `select o.id, o.email, o.name, o.locale, o.requires_second_factor as "requiresSecondFactor",
            exists (select 1 from control.operator_totp t where t.operator_id = o.id)
              or exists (select 1 from control.operator_passkeys k where k.operator_id = o.id) as "hasFactor"
       from control.operators o where o.id = ? and o.disabled_at is null`,
    [id]
  )) as { rows: Operator[] }
  return rows[0] ?? null
}
