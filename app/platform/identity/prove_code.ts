import limiter from '@adonisjs/limiter/services/main'
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#core/kernel/result'
import { now } from './clock.js'
import type { FactorStore } from './factor_store.js'
import { useRecoveryCode } from './recovery_codes.js'
import { unsealSeed } from './seed.js'
import { stepOf } from './totp.js'

export type ProofRefusal = { reason: 'wrong' } | { reason: 'locked'; seconds: number }

const TRIES = 5
const tries = () => limiter.use({ requests: TRIES, duration: '15 min', blockDuration: '15 min' })
const keyOf = ({ subject }: FactorStore) => `factor:${createHash('sha256').update(subject).digest('base64url')}`

/** A code of the authenticator, or one of the recovery codes. Five tries a quarter of an hour (T03). */
export async function proveCode(factors: FactorStore, typed: string): Promise<Result<'code', ProofRefusal>> {
  // Counted before it is looked at: many at once have no more tries than one after the other.
  const counted = await tries().increment(keyOf(factors))
  if (counted.consumed > TRIES) return err({ reason: 'locked', seconds: counted.availableIn })
  const digits = typed.replace(/\s/g, '')
  const right = /^\d{6}$/.test(digits) ? await proveTotp(factors, digits) : await useRecoveryCode(factors, typed)
  if (!right) {
    await factors.record('factor.refused')
    return err({ reason: 'wrong' })
  }
  await tries().delete(keyOf(factors))
  return ok('code')
}

async function proveTotp(factors: FactorStore, code: string): Promise<boolean> {
  const totp = await factors.totp()
  const seed = totp && (await unsealSeed(totp.seed, factors))
  const step = seed && stepOf(seed, code, now())
  return step !== null && factors.useStep(step)
}
