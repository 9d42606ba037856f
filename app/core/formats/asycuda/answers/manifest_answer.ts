import type { CargoReport } from '../../../cargo/cargo_report.js'
import type { Problem } from '../../../kernel/problem.js'
import type { AnswerDecision, AnswerOptions, SayProblem } from '../../answer.js'
import { XmlWriter } from '../../xml/xml_writer.js'

export interface ManifestAnswerSource {
  readonly report: CargoReport
  /** Problems to tell, those of consignments included, in the order they should be mended. */
  readonly problems: readonly Problem[]
  readonly decision: AnswerDecision
  /** Told with the code of each Problem. */
  readonly say?: SayProblem
}

/** Problems told at most; the last place says how many more there are. */
const MOST = 1_000

const writeProblem = (out: XmlWriter, { consignments }: CargoReport, found: Problem, say?: SayProblem): void =>
  out.element('Problem_segment', () => {
    const { at, consignment } = found
    out.text('Code', found.code)
    out.text('Severity', found.severity)
    out.text('Text', say?.(found))
    if (consignment !== undefined) {
      out.text('Bol_position', consignment + 1)
      out.text('Bol_reference', consignments[consignment]?.consignment.reference)
    }
    for (const [name, value] of Object.entries(found.params ?? {}))
      out.element('Detail', () => {
        out.text('Name', name)
        out.text('Value', value)
      })
    if (!at) return
    out.element('Place', () => {
      out.text('Element', at.tag)
      out.text('Path', at.path)
      out.text('Line', at.line)
      // A cell of a workbook has no bytes of its own.
      if (at.length === 0) return
      out.text('Byte_offset', at.offset)
      out.text('Byte_length', at.length)
    })
  })

/**
 * Writes the answer to an ASYCUDA manifest: which document it was, what was decided, and each
 * Problem with its code and its place in the sender's own file. ASYCUDA prescribes none; element
 * names follow the manifest's.
 */
export const writeManifestAnswer = (
  { report, problems, decision, say }: ManifestAnswerSource,
  options: AnswerOptions
): Uint8Array => {
  const out = new XmlWriter()
  const told = problems.length > MOST ? problems.slice(0, MOST - 1) : problems
  out.element('Manifest_answer', () => {
    out.element('Answer_id', () => {
      out.text('Answer_reference', options.reference)
      out.text('Answer_date', options.writtenAt)
    })
    out.element('Manifest_id', () => {
      out.text('Manifest_type', report.type)
      out.text('Customs_office_code', report.recipient)
      out.text('Voyage_number', report.conveyance.voyage)
      out.text('Date_of_departure', report.conveyance.etd)
      out.text('Manifest_reference', report.documentReference)
      out.text('Total_number_of_bols', report.consignments.length)
    })
    out.text('Outcome', decision.outcome)
    out.text('Registry_number', decision.registration)
    out.element('Problems_segment', () => {
      for (const found of told) writeProblem(out, report, found, say)
      if (told.length < problems.length) out.text('More_problems', problems.length - told.length)
    })
  })
  return out.finish()
}
