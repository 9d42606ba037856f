import { fileSource, HEAD } from '../../core/formats/family.js'
import { readRecords, type XmlNode, type XmlRecord } from '../../core/formats/xml/read_records.js'
import type { FormatEnd } from '../../core/formats/message_format.js'

/**
 * The XML documents of a file, one after the other: every element of the name `root` with what stands in it. Reads XML
 * as it is really written, keeps the place of everything, expands no entity; a DTD ends the reading.
 */
export async function* xmlRecordsOf(
  bytes: AsyncIterable<Uint8Array>,
  root: string
): AsyncGenerator<XmlRecord, FormatEnd> {
  const chunks = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < HEAD) {
    const { done, value } = await chunks.next()
    if (done) break
    const longer = new Uint8Array(head.length + value.length)
    longer.set(head)
    longer.set(value, head.length)
    head = longer
  }
  return yield* readRecords(fileSource(head, { [Symbol.asyncIterator]: () => chunks }), root)
}

/** The first element below, by a path of names: `childOf(item, 'tarification', 'hscode', 'commodity_code')`. */
export const childOf = (node: XmlNode, ...names: readonly string[]): XmlNode | null =>
  names.reduce<XmlNode | null>((found, name) => found?.children.find((child) => child.name === name) ?? null, node)

/** Every element directly below of this name. */
export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.filter((child) => child.name === name)
