import type { CargoReport } from '../../../cargo/cargo_report.js'
import type { EdifactEnvelope } from '../../format.js'
import type { Problem } from '../../../kernel/problem.js'
import { errorCode } from './error_code.js'
import { InterchangeWriter, type AnswerOptions } from './interchange_writer.js'

/** What the administration decided about a cargo report. */
export interface CusresDecision {
  readonly outcome: 'accepted' | 'accepted_with_problems' | 'rejected'
  /** Number under which it is registered. */
  readonly registration: string | null
}

export interface CusresSource {
  readonly envelope: EdifactEnvelope
  readonly report: CargoReport
  /** Problems to tell, those of consignments included, in the order they should be mended. */
  readonly problems: readonly Problem[]
  readonly decision: CusresDecision
}

/** UN 1225. */
const FUNCTIONS: Readonly<Record<CusresDecision['outcome'], string>> = {
  accepted: '44',
  accepted_with_problems: '45',
  rejected: '27',
}
/** UN 1001: an answer to a document, or an error. */
const [DOCUMENT_RESPONSE, ERROR_RESPONSE] = ['962', '963']
/** UN 7365: contents accepted, or rejected with comment. */
const [ACCEPTED, REJECTED] = ['1', '2']
/** UN 1159: position within the transmission. */
const IN_TRANSMISSION = '5'
/** UN 1131 and 3055 of codes of our own. */
const OWN_LIST = 'ZZZ'
const NUMBER_LENGTH = 35

/** What differs between the directories: order of groups, GIS or GEI, place of an error, and how many may be told. */
interface Shape {
  readonly directory: readonly [string, string]
  /** Up to D.96A errors stand before references, without segment and text. */
  readonly early: boolean
  readonly indicator: 'GIS' | 'GEI'
  readonly most: number
}

const DEFAULT_SHAPE: Shape = { directory: ['D', '96B'], early: false, indicator: 'GIS', most: 99 }

/** The directory the sender wrote in, else D.96B. */
export const shapeOf = (version: string): Shape => {
  const found = /^D\.(\d{2})([ABC])$/.exec(version)
  if (!found) return DEFAULT_SHAPE
  const year = Number(found[1]) + (Number(found[1]) >= 90 ? 1900 : 2000)
  if (year < 1994 || year > 2024) return DEFAULT_SHAPE
  const at = `${year}${found[2] ?? 'A'}`
  const early = at <= '1996A'
  return {
    directory: ['D', `${found[1]}${found[2]}`],
    early,
    indicator: at >= '2002B' ? 'GEI' : 'GIS',
    most: early ? 50 : 99,
  }
}

/** Document of the consignment a Problem is about, else its position. */
const itemOf = ({ consignments }: CargoReport, { consignment }: Problem): string =>
  consignment === undefined ? '' : (consignments[consignment]?.consignment.reference ?? String(consignment + 1))

const writeProblem = (out: InterchangeWriter, { report }: CusresSource, found: Problem, { early }: Shape): void => {
  const item = itemOf(report, found)
  const section = [found.consignment === undefined ? '1' : '2', item.slice(0, NUMBER_LENGTH)]
  const { at } = found
  if (early) out.add('ERP', section)
  else out.add('ERP', section, at ? [at.tag, String(at.segment), IN_TRANSMISSION] : '')
  out.add('ERC', [errorCode(found.code), '', OWN_LIST])
  if (!early) out.add('FTX', 'AAO', '', '', found.code)
}

/** Problems as far as the directory has room; the last place says how many more there are. */
const writeProblems = (out: InterchangeWriter, source: CusresSource, shape: Shape): void => {
  const { problems } = source
  const told = problems.length > shape.most ? problems.slice(0, shape.most - 1) : problems
  for (const found of told) writeProblem(out, source, found, shape)
  const left = problems.length - told.length
  if (left === 0) return
  out.add('ERP', ['1', String(left)])
  out.add('ERC', [errorCode('SYN-MANY'), '', OWN_LIST])
  if (!shape.early) out.add('FTX', 'AAO', '', '', 'SYN-MANY')
}

const writeReferences = (out: InterchangeWriter, { report, decision }: CusresSource): void => {
  const number = (qualifier: string, value: string | null): void => {
    if (value) out.add('RFF', [qualifier, value.slice(0, NUMBER_LENGTH)])
  }
  number('ACW', report.documentReference)
  number('ABT', decision.registration)
}

/**
 * Writes Customs' answer (CUSRES) to a cargo report in the directory its sender uses: the
 * decision, the number answered and the number given, and each Problem with its place.
 */
export const writeCusres = (source: CusresSource, options: AnswerOptions): Uint8Array => {
  const { envelope, report, decision } = source
  const shape = shapeOf(report.version)
  const rejected = decision.outcome === 'rejected'
  const out = new InterchangeWriter(envelope, options, ['CUSRES', ...shape.directory, 'UN'])
  out.add('BGM', rejected ? ERROR_RESPONSE : DOCUMENT_RESPONSE, options.reference, FUNCTIONS[decision.outcome])
  out.add('DTM', ['137', options.writtenAt.replace(/\D/g, '').slice(0, 12), '203'])
  const verdict = rejected ? REJECTED : ACCEPTED
  if (shape.indicator === 'GIS') out.add('GIS', verdict)
  else out.add('GEI', '5', verdict)
  if (shape.early) {
    writeProblems(out, source, shape)
    writeReferences(out, source)
  } else {
    writeReferences(out, source)
    writeProblems(out, source, shape)
  }
  return out.finish()
}
