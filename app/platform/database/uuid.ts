import { randomFillSync } from 'node:crypto'

let lastMs = 0
let counter = 0

/** Random bytes are asked of the system for so many ids at once: asking takes longer than making an id. */
const POOLED = 256
const pool = Buffer.alloc(POOLED * 8)
let used = POOLED
const nextRandom = (): number => {
  if (used === POOLED) {
    randomFillSync(pool)
    used = 0
  }
  return used++ * 8
}

const bytes = Buffer.alloc(16)

/**
 * UUIDv7: 48 bits of milliseconds, 12 bits of a counter within the millisecond, 62 random bits.
 * Ids made by one process sort in the order they were made; partitions are cut by them.
 */
export function uuidv7(now: number = Date.now()): string {
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  const random = nextRandom()
  pool.copy(bytes, 8, random, random + 8)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
