import {
  blankExamination,
  childOf,
  childrenOf,
  examinationMessage,
  problem,
  type Examination,
  type ExaminationType,
  type FindingKind,
  type MessageFormat,
  type NotExamined,
  type PlaceOfConcealment,
  type QuantityUnit,
  type Result,
  type ToldFinding,
  type XmlNode,
} from '#sdk'
import { dayIn, firstElement, messagesOf, RecordReader, SYSTEM } from './record_reader.js'

const TYPE = 'ASYCUDA_INSPECTION_ACT'
const ROOTS: ReadonlySet<string> = new Set(['INSPECTION_ACT', 'INSPECTION_ACT_EXPORT'])
const TIME = /^\d{4}-\d{2}-\d{2}T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/
const MINUTES = /^\d{1,5}$/

/** Codes of this exchange are those of Landfall in capitals. */
const inCapitals = <T extends string>(...codes: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(codes.map((code) => [code.toUpperCase(), code]))

const TYPES: Readonly<Record<string, ExaminationType>> = inCapitals<ExaminationType>(
  ...(['documentary', 'scan', 'tailgate', 'sample', 'canine', 'physical'] as const)
)
const RESULTS: Readonly<Record<string, Result>> = {
  FOUND: 'resultant',
  NOTHING_FOUND: 'not_resultant',
  INCONCLUSIVE: 'inconclusive',
  NOT_EXAMINED: 'not_examined',
}
const REASONS = inCapitals<NotExamined>('no_time', 'no_equipment', 'cargo_not_here', 'unsafe', 'weather', 'other')
const KINDS = inCapitals<FindingKind>(
  ...([
    'narcotics',
    'precursors',
    'weapons',
    'strategic_goods',
    'currency',
    'tobacco_alcohol',
    'counterfeits',
  ] as const),
  ...(['wildlife', 'waste', 'cultural_goods', 'undeclared_goods', 'misdeclared_goods', 'undervaluation'] as const),
  ...(['empty_hide', 'other'] as const)
)
const PLACES = inCapitals<PlaceOfConcealment>(
  ...(['in_cargo', 'in_packaging', 'among_cargo', 'floor', 'floor_channels', 'roof', 'walls', 'front_wall'] as const),
  ...(['doors', 'frame', 'undercarriage', 'reefer_unit', 'evaporator_housing', 'compressor_space'] as const),
  ...(['tank_shell', 'personal_effects', 'vehicle', 'documents', 'other'] as const)
)
/** UN/ECE Recommendations 20 and 21. */
const UNITS: Readonly<Record<string, QuantityUnit>> = { KGM: 'kg', GRM: 'g', LTR: 'l', NAR: 'pieces', PK: 'packages' }

/**
 * Results of examinations as the national system recorded them, one `Inspection_act` element each. ASYCUDA's inspection act
 * has no export of its own: names of elements are of the same making as those of its declaration.
 */
export const JAMAICA_EXAMINATION: MessageFormat = {
  code: 'jamaica.examination',
  version: 1,
  title: 'jamaica.format_examination',
  detect: (head) => (ROOTS.has(firstElement(head)) ? 0.9 : 0),
  read: (bytes) =>
    messagesOf(bytes, 'Inspection_act', ({ node, broken, elements, problems }, index) => {
      const reader = new ExaminationReader(node, index)
      const examination = reader.read()
      const usable = examination.number === null || broken ? null : examination
      const told = [...problems, ...reader.problems]
      return examinationMessage(usable, { index, type: TYPE, at: node.at, segments: elements, problems: told })
    }),
}

class ExaminationReader extends RecordReader {
  read(): Examination {
    const act = (...names: string[]) => childOf(this.root, 'examination', ...names)
    const cargo = childrenOf(this.root, 'cargo')
    const cancelled = childOf(this.root, 'identification', 'status')?.text?.toUpperCase() === 'CANCELLED'
    const result = this.coded('result', act('result'), RESULTS)
    if (!act('result')?.text && !cancelled)
      this.problems.push(problem('SEM-FIELD-MISSING', { at: this.root.at, params: { field: 'result' } }))
    return {
      ...blankExamination(TYPE, this.index),
      function: cancelled ? 'cancel' : 'original',
      sender: SYSTEM,
      number: this.#number(),
      order: this.text('order', childOf(this.root, 'selectivity', 'order_number')),
      examinedAt: this.#time(act('date')),
      examination: this.coded('examination', act('type'), TYPES),
      result,
      examiner: this.#examiner(act('examiner')),
      findings: childrenOf(this.root, 'finding').map((finding, at) => this.#finding(finding, at)),
      notExamined: this.coded('notExamined', act('not_examined_reason'), REASONS),
      minutes: this.#minutes(act('minutes')),
      note: this.text('note', act('remarks')),
      transportDocuments: this.numbers('transportDocuments', cargo, 'summary_declaration'),
      declarations: this.numbers('declarations', cargo, 'declaration'),
      equipment: this.numbers('equipment', cargo, 'container_identity'),
      provenance: this.provenance,
    }
  }

  /** Each office counts by itself: office and number name one act. */
  #number(): string | null {
    const identification = childOf(this.root, 'identification')
    const within = identification ?? this.root
    const number = identification && childOf(identification, 'act_number')
    const office = identification && childOf(identification, 'office_segment', 'customs_clearance_office_code')
    const at = this.needed('office', office, within)
    const named = this.needed('number', number, within)
    if (at === null || named === null) return null
    this.provenance.number = [number!.at]
    return `${at} ${named}`
  }

  /** A day, or a day and the time of its end. */
  #time(node: XmlNode | null): string | null {
    const day = dayIn(node?.text ?? null)
    const time = TIME.exec(node?.text ?? '')?.[1]
    const whole = day !== null && (time !== undefined || node!.text!.length === 10)
    return this.checked('examinedAt', node, whole ? (time ? `${day}T${time}` : day) : null, 'SYN-DATE')
  }

  #minutes(node: XmlNode | null): number | null {
    const fits = MINUTES.test(node?.text ?? '') && Number(node!.text) <= 14_400
    return this.checked('minutes', node, fits ? Number(node!.text) : null, 'SYN-NUMBER')
  }

  #examiner(node: XmlNode | null): Examination['examiner'] {
    if (!node) return null
    const identifier = this.text('examiner.identifier', childOf(node, 'examiner_code'))
    const name = this.text('examiner.name', childOf(node, 'examiner_name'))
    return identifier === null && name === null ? null : { identifier, name }
  }

  #finding(node: XmlNode, at: number): ToldFinding {
    const quantity = this.amount(`findings.${at}.quantity`, childOf(node, 'quantity'))
    const unit = this.coded(`findings.${at}.unit`, childOf(node, 'unit_code'), UNITS)
    if (quantity !== null && !childOf(node, 'unit_code')?.text)
      this.problems.push(problem('SEM-FIELD-MISSING', { at: node.at, params: { field: `findings.${at}.unit` } }))
    const both = quantity !== null && unit !== null
    return {
      what: this.coded(`findings.${at}.what`, childOf(node, 'kind'), KINDS),
      place: this.coded(`findings.${at}.place`, childOf(node, 'place'), PLACES),
      quantity: both ? quantity : null,
      unit: both ? unit : null,
      note: this.text(`findings.${at}.note`, childOf(node, 'remarks')),
    }
  }
}
