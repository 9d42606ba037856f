import type { CargoReport, ReportedConsignment } from '#core/cargo/cargo_report'
import type { Problem } from '#core/kernel/problem'
import { problemsOf, read, reportOf, type Read } from '#sdk/testing'
import { awmds, bol, GENERAL, PLAIN, type BolTexts } from '../../core/formats/asycuda/asycuda_texts.js'

/**
 * Rows of FORMATS section 13 in ASYCUDA's manifests, one file each: what senders really write, what
 * becomes of it, and what resembles it and is left alone.
 */
export interface Told extends Read {
  readonly report: CargoReport
  readonly first: ReportedConsignment
  readonly problems: readonly Problem[]
  /** Problems of one code. */
  readonly of: (code: string) => readonly Problem[]
}

export const told = async (text: string | Uint8Array): Promise<Told> => {
  const result = await read(text)
  const report = reportOf(result)
  const [first] = report.consignments
  if (!first) throw new Error('no consignment')
  const problems = [...result.file.problems, ...result.messages.flatMap(problemsOf)]
  return { ...result, report, first, problems, of: (code) => problems.filter((found) => found.code === code) }
}

/** One bill with these parts. */
export const bill = (texts: BolTexts): Promise<Told> => told(awmds(bol('BL0001', texts)))

/** The plain manifest with something else in it. */
export const plain = (from: string, to: string): Promise<Told> => {
  if (!PLAIN.includes(from)) throw new Error(`${from} is not there`)
  return told(PLAIN.replace(from, to))
}

/** A header with something else in it. */
export const general = (from: string, to: string): Promise<Told> => {
  if (!GENERAL.includes(from)) throw new Error(`${from} is not there`)
  return told(PLAIN.replace(GENERAL, GENERAL.replace(from, to)))
}

/** What a plain manifest tells on its own. */
export const USUAL: readonly string[] = ['SEM-SAME-AS', 'SEM-SAME-AS']
/** What it tells more. */
export const newCodes = ({ codes }: Read): readonly string[] => {
  const left = [...codes]
  for (const usual of USUAL) if (left.includes(usual)) left.splice(left.indexOf(usual), 1)
  return left.sort()
}
