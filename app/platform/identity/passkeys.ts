import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { HttpContext } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'
import { appUrl } from '#config/app'
import { now } from './clock.js'
import { fellBack } from './counter.js'
import type { FactorStore, Passkey } from './factor_store.js'

const { origin, hostname, protocol } = new URL(appUrl)

/** The address at which passkeys work; `null` where the installation has no secure context. */
export const passkeyOrigin = protocol === 'https:' || hostname === 'localhost' ? origin : null

const CHALLENGE_MS = 5 * 60_000
type Session = HttpContext['session']
type Purpose = 'add' | 'prove'

const keep = (session: Session, purpose: Purpose, challenge: string) =>
  session.put('passkey_challenge', { purpose, challenge, at: now().getTime() })

/** A challenge is good once, for its purpose, for five minutes. */
function take(session: Session, purpose: Purpose): string | null {
  const kept = session.pull('passkey_challenge') as { purpose: Purpose; challenge: string; at: number } | null
  return kept?.purpose === purpose && now().getTime() - kept.at <= CHALLENGE_MS ? kept.challenge : null
}

const described = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: transports as AuthenticatorTransport[],
})

export async function registrationOptions(session: Session, factors: FactorStore, userName: string) {
  const options = await generateRegistrationOptions({
    rpName: 'Landfall',
    rpID: hostname,
    userName,
    // No name and no address: what a key stores may be read on it.
    userID: new Uint8Array(createHash('sha256').update(factors.subject).digest()),
    attestationType: 'none',
    supportedAlgorithmIDs: [-8, -7, -257],
    excludeCredentials: (await factors.passkeys()).map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  keep(session, 'add', options.challenge)
  return options
}

/** Keeps a new passkey; `false` when the answer does not fit what was asked. */
export async function addPasskey(
  session: Session,
  factors: FactorStore,
  response: RegistrationResponseJSON,
  name: string
): Promise<boolean> {
  const challenge = take(session, 'add')
  if (!challenge) return false
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return false
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  await factors.together(async () => {
    await factors.record('factor.added', { kind: 'passkey' })
    await factors.addPasskey({ credentialId: id, publicKey: Buffer.from(publicKey), counter, transports, name })
  })
  return true
}

export async function authenticationOptions(session: Session, factors: FactorStore) {
  const options = await generateAuthenticationOptions({
    rpID: hostname,
    userVerification: 'required',
    allowCredentials: (await factors.passkeys()).map(described),
  })
  keep(session, 'prove', options.challenge)
  return options
}

/** True when one of the person's own passkeys signed the challenge, with the person's presence verified. */
export async function provePasskey(
  session: Session,
  factors: FactorStore,
  response: AuthenticationResponseJSON
): Promise<boolean> {
  const challenge = take(session, 'prove')
  const passkey = (await factors.passkeys()).find(({ credentialId }) => credentialId === response.id)
  if (!challenge || !passkey) return false
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
    // The counter is judged below: a copied key is told, not only refused.
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return false
  return countUse(factors, passkey, authenticationInfo.newCounter)
}

/** A counter that does not go forward means that the key was copied (SECURITY section 4). */
async function countUse(factors: FactorStore, passkey: Passkey, counter: number): Promise<boolean> {
  if (fellBack(passkey.counter, counter)) {
    await factors.record('factor.counter_fell', { passkey: passkey.id, known: passkey.counter, shown: counter })
    return false
  }
  await factors.countPasskeyUse(passkey.id, counter)
  return true
}
