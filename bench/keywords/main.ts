/**
 * How many texts a second are searched for many phrases on one core, beside npm packages.
 *   npm run bench:keywords [-- --quick] [-- --phrases=21500] [-- --texts=10000] [-- --seed=N] [-- --runs=N]
 */
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildPhrases, PhraseFinder } from '#core/engine/phrase_finder'
import { normaliseText } from '#core/matching/normalise_text'
import { Random } from '#database/seeders/demo/prng'
import { interleaved } from '../edifact/timing.js'
import { SIZES, word } from '../rules/consignments.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    phrases: { type: 'string' },
    texts: { type: 'string' },
    seed: { type: 'string', default: '20265' },
    runs: { type: 'string', default: '5' },
  },
})
const RUNS = Math.max(5, Number(values.runs))
const PHRASES = Number(values.phrases ?? (values.quick ? 5000 : 21_500))
const TEXTS = Number(values.texts ?? (values.quick ? 2000 : 10_000))
/** Times the fastest package, and texts per CPU second (goal G4). */
const MUST = { ratio: 4, texts: 400_000 }

const random = new Random(values.seed, 'keywords')
const WORDS = SIZES.words * 5
const draw = (): string => word(random.zipf(WORDS))
const phrases = new Set<string>()
while (phrases.size < PHRASES) {
  phrases.add(Array.from({ length: random.pick([1, 1, 2, 2, 2, 3]) }, () => word(random.int(0, WORDS - 1))).join(' '))
  if (random.chance(0.3)) phrases.add(`${draw()} ${draw()}`)
}
const wanted = [...phrases].slice(0, PHRASES)
const texts = Array.from({ length: TEXTS }, () => {
  const words = Array.from({ length: random.int(9, 20) }, draw)
  if (random.chance(0.5)) words.splice(random.int(0, words.length), 0, random.pick(wanted))
  return words.join(random.chance(0.1) ? ', ' : ' ')
})

/** A package searches for a phrase between spaces in the text between spaces, which makes its words whole. */
const padded = wanted.map((phrase) => ` ${phrase} `)
const require = createRequire(import.meta.url)
type Search = (text: string) => readonly string[]
const ends = (automaton: { search(text: string): [number, string[]][] }): Search => {
  return (text) => automaton.search(text).flatMap(([, found]) => found)
}
const modern = require('modern-ahocorasick') as { default?: unknown }
const Modern = (modern.default ?? modern) as new (of: string[]) => { search(text: string): { pattern: string }[] }
const Plain = require('ahocorasick') as new (of: string[]) => Parameters<typeof ends>[0]
const { AhoCorasick: Monyone } = require('@monyone/aho-corasick') as {
  AhoCorasick: new (of: string[]) => { matchInText(text: string): { keyword: string }[] }
}
const monyone = new Monyone(padded)
const modernOnes = new Modern(padded)
const PEERS: readonly { name: string; search: Search }[] = [
  { name: 'modern-ahocorasick 3.3.0', search: (text) => modernOnes.search(text).map(({ pattern }) => pattern) },
  { name: 'ahocorasick 1.0.2', search: ends(new Plain(padded)) },
  { name: '@monyone/aho-corasick 1.1.11', search: (text) => monyone.matchInText(text).map(({ keyword }) => keyword) },
]

const finder = new PhraseFinder(buildPhrases(wanted))
const failures: string[] = []
console.log(`\nseed ${values.seed}, ${RUNS} interleaved runs after a warm-up, median; Node ${process.version}`)
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one`
)
const characters = texts.reduce((sum, { length }) => sum + length, 0)
let hits = 0
for (const text of texts.slice(0, 1000)) {
  const ours = new Set<string>()
  finder.find(text, (phrase) => ours.add(wanted[phrase]!))
  hits += ours.size
  for (const { name, search } of PEERS) {
    const theirs = new Set(search(` ${normaliseText(text)} `).map((each) => each.trim()))
    if (theirs.size !== ours.size || ![...theirs].every((each) => ours.has(each)))
      throw new Error(`${name} finds others`)
  }
}
if (hits === 0) throw new Error('nothing was found')
console.log(
  `${wanted.length} phrases, ${texts.length} texts of ${(characters / texts.length).toFixed(0)} characters, ${(hits / Math.min(1000, texts.length)).toFixed(1)} found in each; all find the same\n`
)
const figures = await interleaved(
  [
    () => {
      let count = 0
      for (const text of texts) finder.find(text, () => void count++)
      return Promise.resolve(count > 0 ? texts.length : 0)
    },
    ...PEERS.map(({ search }) => () => {
      let count = 0
      for (const text of texts) count += search(` ${normaliseText(text)} `).length
      return Promise.resolve(count > 0 ? texts.length : 0)
    }),
  ],
  RUNS
)
const rates = figures.map(({ count, cpu }) => count / cpu)
console.log('| matcher | texts per CPU second | ours is |')
console.log('|---|---|---|')
;['Landfall, words', ...PEERS.map(({ name }) => name)].forEach((name, at) =>
  console.log(`| ${name} | ${Math.round(rates[at]!)} | ${at === 0 ? '' : `${(rates[0]! / rates[at]!).toFixed(1)} ×`} |`)
)
const ratio = rates[0]! / Math.max(...rates.slice(1))
console.log(`\nagainst the fastest package: ${ratio.toFixed(1)} ×, must be ${MUST.ratio}`)
console.log(`texts per CPU second: ${Math.round(rates[0]!)}, must be ${MUST.texts}`)
if (ratio < MUST.ratio) failures.push(`${ratio.toFixed(1)} × is below ${MUST.ratio} ×`)
if (!values.quick && rates[0]! < MUST.texts / 2)
  failures.push(`${Math.round(rates[0]!)} texts is below half of ${MUST.texts}`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0
