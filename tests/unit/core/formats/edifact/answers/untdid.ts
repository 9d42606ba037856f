import { readFileSync } from 'node:fs'

/** Segment or group of a message table: tag, mandatory, repetitions, children. */
type Row = readonly [string, boolean | number, number, (readonly Row[])?]
type Component = readonly [string, boolean, string]
interface Element {
  readonly id: string
  readonly m: boolean
  readonly t?: string
  readonly c?: readonly Component[]
}
interface Directory {
  readonly message: readonly Row[]
  readonly segments: Readonly<Record<string, readonly Element[]>>
}

/** Tables of CUSRES in six directories of UN/EDIFACT (UNECE; see NOTICE). */
const DIRECTORIES = JSON.parse(readFileSync(new URL('untdid_cusres.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Directory>
>

/** A segment as written: tag, elements, components. */
export type Written = readonly (readonly string[])[]

/** Splits a text with the usual signs; enough for what we wrote ourselves, release characters included. */
export const segmentsOf = (text: string): readonly Written[] =>
  text
    .split(/(?<!\?)'/)
    .filter(Boolean)
    .map((segment) => segment.split(/(?<!\?)\+/).map((element) => element.split(/(?<!\?):/)))

const tagOf = (segment: Written | undefined): string => segment?.[0]?.[0] ?? ''

/** Follows the table from `at` on; returns where it ends. */
const follow = (rows: readonly Row[], segments: readonly Written[], from: number, faults: string[]): number => {
  let at = from
  for (const [tag, mandatory, most, children] of rows) {
    const first = children?.[0]?.[0] ?? tag
    let times = 0
    while (times < most && at < segments.length && tagOf(segments[at]) === first) {
      at = children ? follow(children, segments, at, faults) : at + 1
      times += 1
    }
    if (mandatory && times === 0) faults.push(`${tag} is missing`)
  }
  return at
}

const fits = (value: string, type: string): boolean => {
  const [, kind = '', upTo = '', length = ''] = /^(an|a|n)(\.\.)?(\d+)$/.exec(type) ?? []
  const plain = value.replace(/\?(.)/g, '$1')
  const sized = upTo ? plain.length <= Number(length) : plain.length === Number(length)
  return sized && (kind !== 'n' || /^-?\d+$/.test(plain))
}

const checkSegment = (written: Written, elements: readonly Element[], faults: string[]): void => {
  const tag = tagOf(written)
  if (written.length - 1 > elements.length) faults.push(`${tag} has too many elements`)
  elements.forEach((element, at) => {
    const filed = written[at + 1] ?? ['']
    const empty = filed.every((text) => text === '')
    if (empty) {
      if (element.m) faults.push(`${tag} lacks ${element.id}`)
      return
    }
    const parts: readonly Component[] = element.c ?? [[element.id, true, element.t ?? '']]
    if (filed.length > parts.length) faults.push(`${tag} ${element.id} has too many components`)
    parts.forEach(([id, mandatory, type], index) => {
      const value = filed[index] ?? ''
      if (value === '' ? mandatory : !fits(value, type)) faults.push(`${tag} ${id} is ${value || 'missing'}`)
    })
  })
}

/** What a CUSRES breaks of its directory: order, repetitions, mandatory and surplus elements, lengths. */
export const faultsOf = (directory: string, text: string): readonly string[] => {
  const tables = DIRECTORIES[directory]
  if (!tables) throw new Error(`no table of ${directory}`)
  const all = segmentsOf(text)
  const segments = all.filter((segment) => !['UNA', 'UNB', 'UNZ'].includes(tagOf(segment)))
  const faults: string[] = []
  const end = follow(tables.message, segments, 0, faults)
  if (end < segments.length) faults.push(`${tagOf(segments[end])} stands out of order or too often`)
  for (const segment of segments) {
    const elements = tables.segments[tagOf(segment)]
    if (elements) checkSegment(segment, elements, faults)
    else if (!['UNH', 'UNT'].includes(tagOf(segment))) faults.push(`${tagOf(segment)} is not in ${directory}`)
  }
  return faults
}
