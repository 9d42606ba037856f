import type { DataKey } from '#platform/crypto/data_keys'

/** What is done to a person's ways of signing in; each leaves an entry. */
export type FactorAct =
  | 'factor.added'
  | 'factor.removed'
  | 'factor.refused'
  | 'factor.counter_fell'
  | 'recovery_codes.made'
  | 'recovery_code.used'
  | 'password.changed'
  | 'name.changed'
  | 'session.started'
  | 'session.ended'

export interface Passkey {
  id: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: readonly string[]
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

export type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name'>

export interface Totp {
  /** Sealed: the database alone makes no codes. */
  seed: Buffer
  usedStep: number
}

/**
 * The second factors of one person. Officers' lie in their administration behind its wall,
 * operators' in the control plane; what is done with them is the same (ADR 0016).
 */
export interface FactorStore {
  /** Names the person in what is sealed and counted: `officer/<administration>/<id>`. */
  readonly subject: string
  /** What seals a seed now, and what sealed one then. */
  sealingKey(): Promise<DataKey>
  sealingKeyNamed(kid: string): Promise<Buffer | null>
  totp(): Promise<Totp | null>
  saveTotp(seed: Buffer, step: number): Promise<void>
  removeTotp(): Promise<boolean>
  /** True once a step, whichever process asks (T03). */
  useStep(step: number): Promise<boolean>
  passkeys(): Promise<Passkey[]>
  addPasskey(passkey: NewPasskey): Promise<string>
  removePasskey(id: string): Promise<boolean>
  countPasskeyUse(id: string, counter: number): Promise<void>
  recoverySalt(): Promise<string | null>
  recoveryLeft(): Promise<number>
  replaceRecoveryCodes(salt: string, hashes: readonly string[]): Promise<void>
  useRecoveryCode(hash: string): Promise<boolean>
  passwordHash(): Promise<string>
  savePassword(hash: string): Promise<void>
  rename(name: string): Promise<void>
  record(action: FactorAct, data?: Readonly<Record<string, string | number>>): Promise<void>
  /** One act, one transaction. */
  together<T>(work: () => Promise<T>): Promise<T>
}
