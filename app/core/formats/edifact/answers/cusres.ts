import type { CargoReport } from '../../../cargo/cargo_report.js'
import type { AnswerDecision, AnswerOptions, SayProblem } from '../../answer.js'
import type { EdifactEnvelope } from '../../format.js'
import type { Problem } from '../../../kernel/problem.js'
import { fitted } from './encode.js'
import { errorCode } from './error_code.js'
import { InterchangeWriter } from './interchange_writer.js'

export interface CusresSource {
  readonly envelope: EdifactEnvelope
  readonly report: CargoReport
  /** Problems to tell, those of consignments included, in the order they should be mended. */
  readonly problems: readonly Problem[]
  readonly decision: AnswerDecision
}

/** Where a country's CUSRES differs from the plain one. */
export interface CusresDialect {
  /** `['D', '01A']`: the one directory the country takes; else the one the sender wrote in. */
  readonly directory?: readonly [string, string]
  /** UN 1153 under which the document answered is named; `ACW` else. */
  readonly answered?: string
  /** Told behind the code of each Problem, where the directory has room for text. */
  readonly say?: SayProblem
}

/** UN 1225. */
const FUNCTIONS: Readonly<Record<AnswerDecision['outcome'], string>> = {
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
/** C108: five texts, of which the first is the code; 70 characters fit each in every directory. */
const [TEXTS, TEXT_LENGTH] = [4, 70]

type Written = CusresSource & CusresDialect

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

/** A sentence in as many texts as there are; what does not fit ends in an ellipsis. */
const textsOf = (sentence: string, fit: (text: string) => string): readonly string[] => {
  const told = fit(sentence)
  const room = TEXTS * TEXT_LENGTH
  const whole = told.length > room ? `${told.slice(0, room - 3)}...` : told
  return Array.from({ length: Math.ceil(whole.length / TEXT_LENGTH) }, (_none, at) =>
    whole.slice(at * TEXT_LENGTH, (at + 1) * TEXT_LENGTH)
  )
}

const writeProblem = (out: InterchangeWriter, source: Written, found: Problem, { early }: Shape): void => {
  const { report, say, envelope } = source
  const item = itemOf(report, found)
  const section = [found.consignment === undefined ? '1' : '2', item.slice(0, NUMBER_LENGTH)]
  const { at } = found
  if (early) out.add('ERP', section)
  else out.add('ERP', section, at ? [at.tag, String(at.segment), IN_TRANSMISSION] : '')
  out.add('ERC', [errorCode(found.code), '', OWN_LIST])
  if (early) return
  const texts = say ? textsOf(say(found), (text) => fitted(text, envelope.syntax.identifier)) : []
  out.add('FTX', 'AAO', '', '', [found.code, ...texts])
}

/** Problems as far as the directory has room; the last place says how many more there are. */
const writeProblems = (out: InterchangeWriter, source: Written, shape: Shape): void => {
  const { problems } = source
  const told = problems.length > shape.most ? problems.slice(0, shape.most - 1) : problems
  for (const found of told) writeProblem(out, source, found, shape)
  const left = problems.length - told.length
  if (left === 0) return
  out.add('ERP', ['1', String(left)])
  out.add('ERC', [errorCode('SYN-MANY'), '', OWN_LIST])
  if (!shape.early) out.add('FTX', 'AAO', '', '', 'SYN-MANY')
}

const writeReferences = (out: InterchangeWriter, { report, decision, answered = 'ACW' }: Written): void => {
  const number = (qualifier: string, value: string | null): void => {
    if (value) out.add('RFF', [qualifier, value.slice(0, NUMBER_LENGTH)])
  }
  number(answered, report.documentReference)
  number('ABT', decision.registration)
}

/**
 * Writes Customs' answer (CUSRES) to a cargo report in the directory its sender uses: the
 * decision, the number answered and the number given, and each Problem with its place. `dialect`
 * is what a country wants otherwise.
 */
export const writeCusres = (
  answered: CusresSource,
  options: AnswerOptions,
  dialect: CusresDialect = {}
): Uint8Array => {
  const source: Written = { ...dialect, ...answered }
  const { envelope, report, decision } = source
  const shape = shapeOf(dialect.directory?.join('.') ?? report.version)
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
