import { Secret, TOTP } from 'otpauth'
import { timingSafeEqual } from 'node:crypto'
import { encode } from 'uqr'

const PERIOD_MS = 30_000
/** The previous code still counts this long: a person reads, types and sends (SECURITY section 4). */
const GRACE_MS = 10_000

const generator = (seed: Buffer, label: string) =>
  new TOTP({
    issuer: 'Landfall',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: new Secret({ buffer: new Uint8Array(seed).buffer }),
  })

/** 160 random bits. */
export const newSeed = (): Buffer => Buffer.from(new Secret({ size: 20 }).bytes)

/** For typing in by hand: base32 in groups of four. */
export const spelledSeed = (seed: Buffer): string =>
  new Secret({ buffer: new Uint8Array(seed).buffer }).base32.replace(/(.{4})(?=.)/g, '$1 ')

export const addressOf = (seed: Buffer, label: string): string => generator(seed, label).toString()

/** The step whose code this is: the current one, or just after the change the one before; else `null`. */
export function stepOf(seed: Buffer, code: string, at: Date): number | null {
  const step = Math.floor(at.getTime() / PERIOD_MS)
  const steps = at.getTime() % PERIOD_MS < GRACE_MS ? [step, step - 1] : [step]
  const typed = Buffer.from(code)
  const matches = (each: number) => {
    const expected = Buffer.from(generator(seed, '').generate({ timestamp: each * PERIOD_MS }))
    return expected.length === typed.length && timingSafeEqual(expected, typed)
  }
  return steps.find(matches) ?? null
}

export interface QrCode {
  size: number
  /** Path data of the dark squares; the page draws it, no markup travels. */
  path: string
}

export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
