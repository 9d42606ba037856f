import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { hashPassword } from '#platform/access/password'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { uuidv7 } from '#platform/database/uuid'

/** Creates an operator of the platform; an existing one (same e-mail) gets the new password. */
export async function createOperator(input: {
  email: string
  name: string
  locale: string
  password: string
  /** Only the operator of a demonstration does without (DECISIONS 12). */
  requiresSecondFactor?: boolean
}): Promise<void> {
  await recordPlatformAction({
    action: 'operator.created',
    actor: { kind: 'system', id: 'installation' },
    request: randomUUID(),
  })
  await db
    .connection('control')
    .insertQuery()
    .table('control.operators')
    .insert({
      id: uuidv7(),
      email: input.email,
      name: input.name,
      locale: input.locale,
      password_hash: await hashPassword(input.password),
      requires_second_factor: input.requiresSecondFactor ?? true,
    })
    .knexQuery.onConflict('email')
    .merge(['password_hash', 'name'])
}
