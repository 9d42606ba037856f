/** Numbers that only look random: the same seed gives the same damage. */
export type Random = () => number

/** Mulberry32: 32 bits of state, every number from 0 to 1. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1))
const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const TERMINATOR = 0x27
/** Pieces that end with a terminator, as far as the bytes still have any. */
const segmentsOf = (bytes: Uint8Array): Uint8Array[] => {
  const segments: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(TERMINATOR); at >= 0; at = bytes.indexOf(TERMINATOR, from)) {
    segments.push(bytes.subarray(from, at + 1))
    from = at + 1
  }
  return from < bytes.length ? [...segments, bytes.subarray(from)] : segments
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const truncate: Mutation = (bytes, random) =>
  random() < 0.5 ? bytes.slice(0, upTo(random, bytes.length)) : bytes.slice(upTo(random, bytes.length))

const flip: Mutation = (bytes, random) => {
  const changed = bytes.slice()
  for (let left = upTo(random, 7); left >= 0; left--) {
    const at = upTo(random, bytes.length - 1)
    changed[at] = random() < 0.5 ? (changed[at] ?? 0) ^ (1 << upTo(random, 7)) : upTo(random, 255)
  }
  return changed
}

const duplicate: Mutation = (bytes, random) => {
  const [one, other] = [upTo(random, bytes.length), upTo(random, bytes.length)]
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  return joined(bytes.subarray(0, to), bytes.subarray(from))
}

const shuffle: Mutation = (bytes, random) => {
  const segments = segmentsOf(bytes)
  for (let at = segments.length - 1; at > 0; at--) {
    const other = upTo(random, at)
    ;[segments[at], segments[other]] = [segments[other] ?? bytes, segments[at] ?? bytes]
  }
  return joined(...segments)
}

const drop: Mutation = (bytes, random) => {
  const segments = segmentsOf(bytes)
  return joined(...segments.filter(() => random() > 0.15))
}

const SIGNS = [
  "'",
  '+',
  ':',
  '?',
  '\n',
  '\u0000',
  'UNH+',
  'UNT+',
  'UNA',
  'LOC+147+',
  'EQD+',
  '+9',
  "''''",
  '?????',
].map((sign) => new TextEncoder().encode(sign))
const insert: Mutation = (bytes, random) => {
  const at = upTo(random, bytes.length)
  const sign = SIGNS[upTo(random, SIGNS.length - 1)] ?? new Uint8Array(0)
  const times = random() < 0.9 ? 1 : upTo(random, 300)
  return joined(bytes.subarray(0, at), ...Array.from({ length: times }, () => sign), bytes.subarray(at))
}

const MUTATIONS: readonly Mutation[] = [truncate, flip, duplicate, shuffle, drop, insert]

/** Damages bytes once to three times. */
export const mutated = (bytes: Uint8Array, random: Random): Uint8Array => {
  let changed = bytes
  for (let left = upTo(random, 2); left >= 0; left--)
    changed = (MUTATIONS[upTo(random, MUTATIONS.length - 1)] ?? flip)(changed, random)
  return changed
}
