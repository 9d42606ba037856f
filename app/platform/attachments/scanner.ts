import { scanStream } from '#platform/egress/clamd'
import env from '#start/env'

/** `not_scanned`: no scanner is configured; shown with the file, never taken for clean. */
type ScanVerdict = { kind: 'clean' | 'not_scanned' } | { kind: 'infected'; signature: string }

/** Looks for malware in the bytes of a file. @throws when a scanner is configured and gives no verdict */
export type Scanner = (bytes: Buffer) => Promise<ScanVerdict>

const configured: Scanner = async (bytes) => {
  const host = env.get('CLAMD_HOST')
  if (!host) return { kind: 'not_scanned' }
  const verdict = await scanStream({ host, port: env.get('CLAMD_PORT') ?? 3310 }, bytes)
  return verdict.infected ? { kind: 'infected', signature: verdict.signature } : { kind: 'clean' }
}

let scanner = configured

/** Puts another scanner in its place, for tests; returns the one before. */
export const useScanner = (next: Scanner): Scanner => {
  const before = scanner
  scanner = next
  return before
}

export const scan: Scanner = (bytes) => scanner(bytes)
