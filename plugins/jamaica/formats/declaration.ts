import {
  blankDeclaration,
  childOf,
  childrenOf,
  declarationMessage,
  parseLocalTime,
  problem,
  xmlRecordsOf,
  type Declaration,
  type DeclaredItem,
  type DeclaredParty,
  type FormatContext,
  type FormatEnd,
  type Lane,
  type MessageFormat,
  type Problem,
  type ReadMessage,
  type XmlNode,
} from '#sdk'

const TYPE = 'ASYCUDA_SAD'
/** The system is one sender, whatever office registered: an amended declaration takes the place of the first. */
const SYSTEM = 'ASYCUDA'
const LANES: Readonly<Record<string, Lane>> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red', BLUE: 'blue' }
const HS = /^\d{6}(?:\d{2}){0,2}$/
const ROOTS: ReadonlySet<string> = new Set(['ASYCUDA', 'ASYCUDA_EXPORT'])
const AMOUNT = /^\d{1,13}(?:\.\d{1,4})?$/

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
  async *read(bytes, context): AsyncGenerator<ReadMessage, FormatEnd> {
    const records = xmlRecordsOf(bytes, 'ASYCUDA')
    let index = 0
    for (;;) {
      const { done, value } = await records.next()
      if (done) return value
      const { node, broken, elements } = value
      const reader = new DeclarationReader(node, index, context)
      const declaration = reader.read()
      const problems = [...value.problems, ...reader.problems]
      // Half a declaration must not take the place of a whole one.
      const usable = declaration.number === null || broken ? null : declaration
      yield declarationMessage(usable, { index, type: TYPE, at: node.at, segments: elements, problems })
      index++
    }
  },
}

/** Behind the declaration of XML and comments. */
const firstElement = (head: Uint8Array): string => {
  const text = new TextDecoder('latin1').decode(head).replaceAll(/<!--[^]*?-->/g, '')
  return /^[^<]{0,8}</.test(text) ? (/<([a-z]\w*)/i.exec(text)?.[1]?.toUpperCase() ?? '') : ''
}

class DeclarationReader {
  readonly problems: Problem[] = []
  readonly #provenance: Record<string, [XmlNode['at']]> = {}

  constructor(
    private readonly root: XmlNode,
    private readonly index: number,
    private readonly context: FormatContext
  ) {}

  read(): Declaration {
    const head = (...names: string[]) => childOf(this.root, 'identification', ...names)
    const status = head('status')?.text?.toUpperCase() ?? null
    const declaredAt = this.#date()
    const traders = (...names: string[]) => childOf(this.root, 'traders', ...names)
    const items = childrenOf(this.root, 'item')
    return {
      ...blankDeclaration(TYPE, this.index),
      function: status === 'CANCELLED' ? 'cancel' : 'original',
      sender: SYSTEM,
      number: this.#number(declaredAt),
      office: this.#text('office', head('office_segment', 'customs_clearance_office_code')),
      regime: this.#regime(),
      declaredAt,
      lane: this.#lane(),
      importer: this.#party('importer', traders('consignee'), 'consignee'),
      exporter: this.#party('exporter', traders('exporter'), 'exporter'),
      declarant: this.#party('declarant', childOf(this.root, 'declarant'), 'declarant'),
      transportDocuments: this.#documents(items),
      items: items.map((item, at) => this.#item(item, at)),
      provenance: this.#provenance,
    }
  }

  /** Numbers begin anew each year in each office: office, year, series and number name one declaration. */
  #number(declaredAt: string | null): string | null {
    const office = childOf(this.root, 'identification', 'office_segment', 'customs_clearance_office_code')
    const registration = childOf(this.root, 'identification', 'registration')
    const number = registration && childOf(registration, 'number')
    const serial = registration && childOf(registration, 'serial_number')?.text
    for (const [field, node] of [
      ['office', office],
      ['number', number],
    ] as const)
      if (!node?.text)
        this.problems.push(
          problem('SEM-FIELD-MISSING', { at: (registration ?? this.root).at, params: { field }, severity: 'error' })
        )
    if (declaredAt === null || !office?.text || !number?.text) return null
    this.#provenance.number = [number.at]
    return `${office.text} ${declaredAt.slice(0, 4)} ${serial ?? ''}${number.text}`
  }

  #date(): string | null {
    const registration = childOf(this.root, 'identification', 'registration')
    const node = registration && childOf(registration, 'date')
    if (!node?.text) {
      const at = (registration ?? this.root).at
      this.problems.push(problem('SEM-FIELD-MISSING', { at, params: { field: 'date' }, severity: 'error' }))
      return null
    }
    const digits = /^(\d{4})-(\d{2})-(\d{2})/.exec(node.text)?.slice(1).join('')
    const date = digits ? (parseLocalTime(digits, '102')?.value ?? null) : null
    if (date === null)
      this.problems.push(problem('SYN-DATE', { at: node.at, params: { value: node.text }, severity: 'error' }))
    else this.#provenance.declaredAt = [node.at]
    return date
  }

  #regime(): string | null {
    const type = childOf(this.root, 'identification', 'type', 'type_of_declaration')
    const general = childOf(this.root, 'identification', 'type', 'declaration_gen_procedure_code')
    if (!type?.text) return null
    this.#provenance.regime = [type.at]
    return `${type.text}${general?.text ?? ''}`.toUpperCase().slice(0, 20)
  }

  #lane(): Lane | null {
    const node = childOf(this.root, 'selectivity', 'color')
    if (!node?.text) return null
    const lane = LANES[node.text.toUpperCase()] ?? null
    if (lane === null) this.problems.push(problem('REF-CODE', { at: node.at, params: { value: node.text } }))
    else this.#provenance.lane = [node.at]
    return lane
  }

  #party(path: string, node: XmlNode | null, name: string): DeclaredParty | null {
    if (!node) return null
    const identifier = this.#text(`${path}.identifier`, childOf(node, `${name}_code`))
    const called = this.#text(`${path}.name`, childOf(node, `${name}_name`))
    return identifier === null && called === null ? null : { identifier, name: called }
  }

  /** Each item names the document it came under; most name the same one. */
  #documents(items: readonly XmlNode[]): readonly string[] {
    const found = new Map<string, XmlNode>()
    for (const item of items)
      for (const previous of childrenOf(item, 'previous_doc')) {
        const node = childOf(previous, 'summary_declaration')
        if (node?.text && !found.has(node.text)) found.set(node.text, node)
      }
    const numbers = [...found.values()]
    for (const [at, node] of numbers.entries()) this.#provenance[`transportDocuments.${at}`] = [node.at]
    return numbers.map(({ text }) => text!)
  }

  #item(item: XmlNode, at: number): DeclaredItem {
    const goods = childOf(item, 'goods_description')
    const invoice = childOf(item, 'valuation_item', 'item_invoice')
    return {
      hsCode: this.#hs(at, childOf(item, 'tarification', 'hscode', 'commodity_code')),
      description: this.#text(`items.${at}.description`, goods && childOf(goods, 'description_of_goods')),
      originCountry: this.#country(at, goods && childOf(goods, 'country_of_origin_code')),
      value: this.#amount(at, invoice && childOf(invoice, 'amount_foreign_currency')),
      currency: this.#currency(at, invoice && childOf(invoice, 'currency_code')),
      netWeightKg: this.#weight(at, childOf(item, 'valuation_item', 'weight_itm', 'net_weight_itm')),
    }
  }

  #hs(at: number, node: XmlNode | null): string | null {
    const digits = node?.text?.replace(/[.\s]/g, '') ?? null
    return this.#checked(`items.${at}.hsCode`, node, digits !== null && HS.test(digits) ? digits : null, 'REF-HS')
  }

  #country(at: number, node: XmlNode | null): string | null {
    const code = node?.text ? (this.context.reference.country(node.text)?.alpha2 ?? null) : null
    return this.#checked(`items.${at}.originCountry`, node, code, 'REF-COUNTRY')
  }

  #currency(at: number, node: XmlNode | null): string | null {
    const code = node?.text?.toUpperCase() ?? ''
    return this.#checked(`items.${at}.currency`, node, /^[A-Z]{3}$/.test(code) ? code : null, 'REF-CURRENCY')
  }

  #amount(at: number, node: XmlNode | null): string | null {
    const text = node?.text ?? ''
    return this.#checked(`items.${at}.value`, node, AMOUNT.test(text) ? text : null, 'SYN-NUMBER')
  }

  #weight(at: number, node: XmlNode | null): number | null {
    const text = node?.text ?? ''
    return this.#checked(`items.${at}.netWeightKg`, node, AMOUNT.test(text) ? Number(text) : null, 'SYN-NUMBER')
  }

  /** What was filed and cannot be understood is left out and told. */
  #checked<T>(
    path: string,
    node: XmlNode | null,
    value: T | null,
    code: 'REF-HS' | 'REF-COUNTRY' | 'REF-CURRENCY' | 'SYN-NUMBER'
  ): T | null {
    if (!node?.text) return null
    if (value === null) this.problems.push(problem(code, { at: node.at, params: { value: node.text.slice(0, 40) } }))
    else this.#provenance[path] = [node.at]
    return value
  }

  #text(path: string, node: XmlNode | null): string | null {
    if (!node?.text) return null
    this.#provenance[path] = [node.at]
    return node.text
  }
}
