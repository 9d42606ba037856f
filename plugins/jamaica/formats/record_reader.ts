import {
  childrenOf,
  parseLocalTime,
  problem,
  xmlRecordsOf,
  type FormatEnd,
  type Problem,
  type ReadMessage,
  type XmlNode,
  type XmlRecord,
} from '#sdk'

/** The system is one sender, whatever office or agency registered: what is amended takes the place of the first. */
export const SYSTEM = 'ASYCUDA'
const AMOUNT = /^\d{1,13}(?:\.\d{1,4})?$/
type Unfit = 'REF-HS' | 'REF-COUNTRY' | 'REF-CURRENCY' | 'SYN-NUMBER' | 'SYN-DATE'

/** The name of the first element, in capitals, behind the declaration of XML and comments. */
export const firstElement = (head: Uint8Array): string => {
  const text = new TextDecoder('latin1').decode(head).replaceAll(/<!--[^]*?-->/g, '')
  return /^[^<]{0,8}</.test(text) ? (/<([a-z]\w*)/i.exec(text)?.[1]?.toUpperCase() ?? '') : ''
}

/** Every element of the name `root` as a Message of its own. */
export async function* messagesOf(
  bytes: AsyncIterable<Uint8Array>,
  root: string,
  read: (record: XmlRecord, index: number) => ReadMessage
): AsyncGenerator<ReadMessage, FormatEnd> {
  const records = xmlRecordsOf(bytes, root)
  for (let index = 0; ; index++) {
    const { done, value } = await records.next()
    if (done) return value
    yield read(value, index)
  }
}

/** What records of the national system have in common: fields with their places, and what is left out because it is not understood. */
export class RecordReader {
  readonly problems: Problem[] = []
  protected readonly provenance: Record<string, [XmlNode['at']]> = {}

  constructor(
    protected readonly root: XmlNode,
    protected readonly index: number
  ) {}

  protected text(path: string, node: XmlNode | null): string | null {
    if (!node?.text) return null
    this.provenance[path] = [node.at]
    return node.text
  }

  /** What was filed and cannot be understood is left out and told. */
  protected checked<T>(path: string, node: XmlNode | null, value: T | null, code: Unfit): T | null {
    if (!node?.text) return null
    if (value === null) this.problems.push(problem(code, { at: node.at, params: { value: node.text.slice(0, 40) } }))
    else this.provenance[path] = [node.at]
    return value
  }

  /** A code of this exchange; one that is not known is left open. */
  protected coded<T>(path: string, node: XmlNode | null, codes: Readonly<Record<string, T>>): T | null {
    if (!node?.text) return null
    const known = node.text.toUpperCase()
    const value = Object.hasOwn(codes, known) ? codes[known]! : null
    const params = { field: path, value: node.text.slice(0, 40) }
    if (value === null) this.problems.push(problem('REF-CODE', { at: node.at, params }))
    else this.provenance[path] = [node.at]
    return value
  }

  protected amount(path: string, node: XmlNode | null): string | null {
    const text = node?.text ?? ''
    return this.checked(path, node, AMOUNT.test(text) ? text : null, 'SYN-NUMBER')
  }

  /** `2026-11-20`, also where a time follows. */
  protected day(path: string, node: XmlNode | null): string | null {
    return this.checked(path, node, dayIn(node?.text ?? null), 'SYN-DATE')
  }

  /** Digits of the tariff, between these lengths. */
  protected hs(path: string, node: XmlNode | null, allowed: RegExp): string | null {
    const digits = node?.text?.replace(/[.\s]/g, '') ?? ''
    return this.checked(path, node, allowed.test(digits) ? digits : null, 'REF-HS')
  }

  /** Each element of this name under these, once. */
  protected numbers(path: string, parents: readonly XmlNode[], name: string): readonly string[] {
    const found = new Map<string, XmlNode>()
    for (const node of parents.flatMap((parent) => childrenOf(parent, name)))
      if (node.text && !found.has(node.text)) found.set(node.text, node)
    for (const [at, { at: place }] of [...found.values()].entries()) this.provenance[`${path}.${at}`] = [place]
    return [...found.keys()]
  }

  /** Without it the record is nobody's: an error, where the field should have stood. */
  protected needed(field: string, node: XmlNode | null, within: XmlNode): string | null {
    if (!node?.text) {
      this.problems.push(problem('SEM-FIELD-MISSING', { at: within.at, params: { field }, severity: 'error' }))
      return null
    }
    return node.text
  }
}

export const dayIn = (text: string | null): string | null => {
  const digits = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/
    .exec(text ?? '')
    ?.slice(1)
    .join('')
  return digits ? (parseLocalTime(digits, '102')?.value ?? null) : null
}
