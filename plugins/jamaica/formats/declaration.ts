import {
  blankDeclaration,
  childOf,
  childrenOf,
  declarationMessage,
  problem,
  type Declaration,
  type DeclaredItem,
  type DeclaredParty,
  type FormatContext,
  type Lane,
  type MessageFormat,
  type XmlNode,
} from '#sdk'
import { dayIn, firstElement, messagesOf, RecordReader, SYSTEM } from './record_reader.js'

const TYPE = 'ASYCUDA_SAD'
const LANES: Readonly<Record<string, Lane>> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red', BLUE: 'blue' }
const HS = /^\d{6}(?:\d{2}){0,2}$/
const ROOTS: ReadonlySet<string> = new Set(['ASYCUDA', 'ASYCUDA_EXPORT'])

/**
 * Declarations as ASYCUDA World exports them: the single administrative document in XML, one `ASYCUDA` element each.
 * Names of elements are those of its export; `Selectivity/Color` and `Identification/Status` are what this exchange
 * adds, because an export says neither the lane nor that a declaration was cancelled.
 */
export const JAMAICA_DECLARATION: MessageFormat = {
  code: 'jamaica.declaration',
  version: 1,
  title: 'jamaica.format_declaration',
  detect: (head) => (ROOTS.has(firstElement(head)) ? 0.9 : 0),
  read: (bytes, context) =>
    messagesOf(bytes, 'ASYCUDA', ({ node, broken, elements, problems }, index) => {
      const reader = new DeclarationReader(node, index, context)
      const declaration = reader.read()
      // Half a declaration must not take the place of a whole one.
      const usable = declaration.number === null || broken ? null : declaration
      const told = [...problems, ...reader.problems]
      return declarationMessage(usable, { index, type: TYPE, at: node.at, segments: elements, problems: told })
    }),
}

class DeclarationReader extends RecordReader {
  constructor(
    root: XmlNode,
    index: number,
    private readonly context: FormatContext
  ) {
    super(root, index)
  }

  read(): Declaration {
    const head = (...names: string[]) => childOf(this.root, 'identification', ...names)
    const status = head('status')?.text?.toUpperCase() ?? null
    const declaredAt = this.#date()
    const traders = (...names: string[]) => childOf(this.root, 'traders', ...names)
    const items = childrenOf(this.root, 'item')
    const previous = items.flatMap((item) => childrenOf(item, 'previous_doc'))
    return {
      ...blankDeclaration(TYPE, this.index),
      function: status === 'CANCELLED' ? 'cancel' : 'original',
      sender: SYSTEM,
      number: this.#number(declaredAt),
      office: this.text('office', head('office_segment', 'customs_clearance_office_code')),
      regime: this.#regime(),
      declaredAt,
      lane: this.coded('lane', childOf(this.root, 'selectivity', 'color'), LANES),
      importer: this.#party('importer', traders('consignee'), 'consignee'),
      exporter: this.#party('exporter', traders('exporter'), 'exporter'),
      declarant: this.#party('declarant', childOf(this.root, 'declarant'), 'declarant'),
      // Each item names the document it came under; most name the same one.
      transportDocuments: this.numbers('transportDocuments', previous, 'summary_declaration'),
      items: items.map((item, at) => this.#item(item, at)),
      provenance: this.provenance,
    }
  }

  /** Numbers begin anew each year in each office: office, year, series and number name one declaration. */
  #number(declaredAt: string | null): string | null {
    const registration = childOf(this.root, 'identification', 'registration')
    const within = registration ?? this.root
    const number = registration && childOf(registration, 'number')
    const serial = registration && childOf(registration, 'serial_number')?.text
    const office = this.needed(
      'office',
      childOf(this.root, 'identification', 'office_segment', 'customs_clearance_office_code'),
      within
    )
    const named = this.needed('number', number, within)
    if (declaredAt === null || office === null || named === null) return null
    this.provenance.number = [number!.at]
    return `${office} ${declaredAt.slice(0, 4)} ${serial ?? ''}${named}`
  }

  #date(): string | null {
    const registration = childOf(this.root, 'identification', 'registration')
    const node = registration && childOf(registration, 'date')
    if (this.needed('date', node, registration ?? this.root) === null) return null
    const date = dayIn(node!.text)
    if (date === null)
      this.problems.push(problem('SYN-DATE', { at: node!.at, params: { value: node!.text! }, severity: 'error' }))
    else this.provenance.declaredAt = [node!.at]
    return date
  }

  #regime(): string | null {
    const type = childOf(this.root, 'identification', 'type', 'type_of_declaration')
    const general = childOf(this.root, 'identification', 'type', 'declaration_gen_procedure_code')
    const regime = this.text('regime', type)
    return regime && `${regime}${general?.text ?? ''}`.toUpperCase().slice(0, 20)
  }

  #party(path: string, node: XmlNode | null, name: string): DeclaredParty | null {
    if (!node) return null
    const identifier = this.text(`${path}.identifier`, childOf(node, `${name}_code`))
    const called = this.text(`${path}.name`, childOf(node, `${name}_name`))
    return identifier === null && called === null ? null : { identifier, name: called }
  }

  #item(item: XmlNode, at: number): DeclaredItem {
    const goods = childOf(item, 'goods_description')
    const invoice = childOf(item, 'valuation_item', 'item_invoice')
    const weight = this.amount(
      `items.${at}.netWeightKg`,
      childOf(item, 'valuation_item', 'weight_itm', 'net_weight_itm')
    )
    return {
      hsCode: this.hs(`items.${at}.hsCode`, childOf(item, 'tarification', 'hscode', 'commodity_code'), HS),
      description: this.text(`items.${at}.description`, goods && childOf(goods, 'description_of_goods')),
      originCountry: this.#country(at, goods && childOf(goods, 'country_of_origin_code')),
      value: this.amount(`items.${at}.value`, invoice && childOf(invoice, 'amount_foreign_currency')),
      currency: this.#currency(at, invoice && childOf(invoice, 'currency_code')),
      netWeightKg: weight === null ? null : Number(weight),
    }
  }

  #country(at: number, node: XmlNode | null): string | null {
    const code = node?.text ? (this.context.reference.country(node.text)?.alpha2 ?? null) : null
    return this.checked(`items.${at}.originCountry`, node, code, 'REF-COUNTRY')
  }

  #currency(at: number, node: XmlNode | null): string | null {
    const code = node?.text?.toUpperCase() ?? ''
    return this.checked(`items.${at}.currency`, node, /^[A-Z]{3}$/.test(code) ? code : null, 'REF-CURRENCY')
  }
}
