import type { CargoReport } from '../../cargo/cargo_report.js'
import type { Problem } from '../../kernel/problem.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import type { ReferenceData } from '../../reference/reference_data.js'
import type { EdifactEnvelope, ReadMessage } from '../format.js'
import type { CuscarProfile, FormatProfile } from '../profile.js'
import type { ProblemCollector } from '../problem_collector.js'
import { selectProfile, type MessageFeatures } from '../select_profile.js'
import { CUSCAR_PROFILES } from './cuscar/profiles/core_profiles.js'
import { GENERIC_CUSCAR } from './cuscar/profiles/generic_profile.js'
import { readCuscar } from './cuscar/read_cuscar.js'
import { DOCUMENT_READERS } from './documents/readers.js'
import { elementShift } from './element_shift.js'
import { checkTrailer, TEST_ELEMENT, type Interchange } from './envelope.js'
import { messageCounts } from './message_counts.js'
import type { RawMessage } from './message_splitter.js'
import { messageType, type MessageType } from './message_type.js'
import { SegmentCursor, type Notice } from './segment_cursor.js'
import type { ProblemCode } from '../../kernel/problem_codes.js'
import type { Separators } from './separators.js'
import { hasNonAscii } from '../characters/text.js'

export interface MessageOptions {
  readonly profiles: readonly FormatProfile[]
  readonly reference: ReferenceData
}

const CODE_OF_NOTICE: Readonly<Record<Notice, ProblemCode>> = {
  mojibake: 'SYN-MOJIBAKE',
  wrap: 'SYN-WRAP',
  release: 'SYN-RELEASE',
  elements: 'SYN-LIMIT',
  nul: 'SYN-NUL',
}

/** Types that a spurious element was met in. */
const PLANS: ReadonlySet<string> = new Set(['BAPLIE', 'MOVINS'])

/** Reads one Message: what it is, what it holds, and its cargo report or other document if it is one. */
export const readMessage = (raw: RawMessage, { profiles, reference }: MessageOptions): ReadMessage => {
  const { table, problems, interchange, index } = raw
  const type = messageType(new SegmentCursor(table, () => {}), table, raw.fragment)
  const shift = PLANS.has(type.type ?? '') ? elementShift(table) : null
  const cursor = new SegmentCursor(table, noticesTo(problems), shift)
  problems.places = cursor.places
  const glance = new SegmentCursor(table, () => {}, shift)
  glance.load(0)
  const at = table.rows.length > 0 ? glance.ref() : null
  checkCharset(raw)
  // One digit and one separator a segment.
  if (shift) problems.add('SYN-SKIPPED', { at: shift.at, params: { bytes: shift.segments * 2 * table.stride } })
  if (raw.complete) {
    glance.load(table.rows.length - 1)
    checkTrailer(glance, table.rows.length, type.controlReference, problems)
  }
  const readable = type.type === 'CUSCAR' && !raw.overflow
  const profile = readable ? profileOf(profiles, featuresOf(raw, type, glance)) : null
  const { decimal } = table.separators
  const source = { message: index, cursor, type, interchange, reference, decimal, problems }
  const report = profile && readCuscar({ ...source, profile })
  const document = raw.overflow ? null : (DOCUMENT_READERS[type.type ?? '']?.(source) ?? null)
  return {
    index,
    type: type.type,
    version: type.version,
    controlReference: type.controlReference,
    report,
    document,
    ...(interchange && { envelope: envelopeOf(interchange, type, table.separators) }),
    problems: ownProblems(problems, report),
    counts: messageCounts(glance, table, report?.consignments.length ?? null),
    at,
  }
}

// Closures are made apart: inside `readMessage` they would hold the report, and be held longer than it.
const noticesTo =
  (problems: ProblemCollector) =>
  (what: Notice, at: SourceRef): void =>
    problems.repeat(CODE_OF_NOTICE[what], { at })

/** Those that no consignment carries. */
const ownProblems = (problems: ProblemCollector, report: CargoReport | null): readonly Problem[] =>
  report === null ? problems.all() : problems.all().filter(({ consignment }) => consignment === undefined)

/** Syntax to answer in: the partner's where it is one, else plain ASCII of version 1. */
const syntaxOf = ({ syntax, syntaxVersion }: Interchange): EdifactEnvelope['syntax'] => ({
  identifier: /^UNO[A-Z]$/.test(syntax ?? '') ? (syntax ?? '') : 'UNOB',
  version: /^\d$/.test(syntaxVersion) ? syntaxVersion : '1',
})

const envelopeOf = (interchange: Interchange, type: MessageType, separators: Separators): EdifactEnvelope => ({
  syntax: syntaxOf(interchange),
  sender: interchange.senderAddress,
  recipient: interchange.recipientAddress,
  controlReference: interchange.controlReference,
  test: interchange.elements[TEST_ELEMENT - 1] === '1',
  separators,
  messageIdentifier: type.identifier,
})

/** A plugin's profile where one fits, else one of the platform's, else the generic one. */
const profileOf = (profiles: readonly FormatProfile[], features: MessageFeatures): CuscarProfile =>
  selectProfile(profiles, selectProfile(CUSCAR_PROFILES, GENERIC_CUSCAR, features), features)

/** Lower case under UNOA is everywhere and told as information; bytes the declared set does not have are a warning. */
const checkCharset = ({ table, problems, interchange }: RawMessage): void => {
  const declared = interchange?.syntax
  if (declared !== 'UNOA' && declared !== 'UNOB') return
  const params = { declared, used: table.charset }
  if (hasNonAscii(table.wide)) problems.add('SYN-CHARSET', { params })
  else if (declared === 'UNOA' && /[a-z]/.test(table.wide)) problems.add('SYN-CHARSET', { params, severity: 'info' })
}

const featuresOf = ({ table, interchange }: RawMessage, type: MessageType, cursor: SegmentCursor): MessageFeatures => {
  const headerPlaces = new Set<string>()
  const headerTags = new Set<string>()
  let documentCode: string | null = null
  let documentName: string | null = null
  for (let at = 0; at < table.rows.length && table.rows.tags[at] !== 'CNI'; at++) {
    const tag = table.rows.tags[at] ?? ''
    headerTags.add(tag)
    if (tag !== 'BGM' && tag !== 'LOC') continue
    cursor.load(at)
    if (tag === 'BGM') {
      documentCode = cursor.code(1) || null
      documentName = cursor.code(1, 4) || null
    } else headerPlaces.add(cursor.code(1))
  }
  const { version, association } = type
  const [sender, recipient] = [interchange?.sender ?? null, interchange?.recipient ?? null]
  const features = { version, association, sender, recipient, documentCode, documentName, headerPlaces, headerTags }
  return { type: type.type ?? '', ...features }
}
