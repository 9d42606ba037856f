import type { SourceRef } from '../../../kernel/source_ref.js'
import { folded, storable } from '../../characters/text.js'
import type { ReadOptions } from '../../family.js'
import type { ReadMessage } from '../../format.js'
import { cellAddress, type Row, type Sheet } from '../../workbook/workbook.js'
import { XML_LIMITS } from '../../xml/limits.js'
import type { Group, Part } from '../elements.js'
import type { KnownMasters } from '../masters.js'
import { GENERIC_VOCABULARY, OpenDocument } from '../open_document.js'
import { Scope, type Leaf } from '../scope.js'
import { columnsOf, isHeading, rootOf, type Column } from './columns.js'

/** Rows above the heading at most: a title, a logo's cell, a blank. */
const ABOVE = 10
/** A number kept as a floating one, and one that lost its last digits in a heading's format. */
const FLOAT = /^(\d{5,})\.0+$/
const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i

/** The row whose cells are names of elements; `null` when the sheet is something else. */
export const headingOf = (sheet: Sheet): Row | null =>
  sheet.rows.slice(0, ABOVE).find((row) => isHeading(row, GENERIC_VOCABULARY)) ?? null

/** Reads a sheet headed by the names of ASYCUDA's elements: a row a bill, or a further container of it. */
export class SheetReader {
  readonly #sheet: Sheet
  readonly #document: OpenDocument
  readonly #heading: Row
  #columns: ReadonlyMap<number, Column>
  #last: { readonly reference: string; readonly scope: Scope } | null = null

  constructor(sheet: Sheet, heading: Row, message: number, options: ReadOptions, masters: KnownMasters) {
    this.#sheet = sheet
    this.#heading = heading
    this.#columns = columnsOf(heading, GENERIC_VOCABULARY)
    const root = rootOf(heading, GENERIC_VOCABULARY)
    const at = this.#ref(message, heading.number, heading.cells[0]?.[0] ?? 0, root.name)
    this.#document = new OpenDocument(message, root, at, options, masters, XML_LIMITS.problems)
  }

  read(): ReadMessage {
    const rows = this.#sheet.rows.filter(({ number }) => number > this.#heading.number)
    for (const row of rows) this.#header(row)
    this.#document.endHeader()
    this.#columns = columnsOf(this.#heading, this.#document.vocabulary)
    this.#unknownColumns(rows)
    for (const row of rows) this.#bill(row)
    this.#addLast()
    return this.#document.finish(rows.length + 1, false)
  }

  /** Values of the header stand in the first row; another one further down is another value. */
  #header(row: Row): void {
    const { header } = this.#document
    for (const leaf of this.#leaves(row, 'header'))
      if (!header.all(leaf.key).some(({ text }) => text === leaf.text)) header.add(leaf)
  }

  #bill(row: Row): void {
    const leaves = this.#leaves(row, 'consignment')
    const containers = this.#leaves(row, 'ctn_segment')
    const goods = [...this.#leaves(row, 'goods_segment'), ...this.#leaves(row, 'commodity_segment')]
    const vehicles = this.#leaves(row, 'vehicle_segment')
    const reference = leaves.find(({ key }) => key === 'bol_reference')?.text ?? ''
    const isFurther = containers.length > 0 && (reference === '' || reference === this.#last?.reference)
    if (isFurther && this.#last) return this.#group(this.#last.scope, 'ctn_segment', containers)
    if (reference === '' && leaves.length + goods.length <= 2) return this.#footer([...leaves, ...goods])
    this.#addLast()
    const scope = new Scope(this.#ref(this.#document.index, row.number, row.cells[0]?.[0] ?? 0, 'Bol_segment'))
    for (const leaf of leaves) scope.add(this.#identifier(leaf))
    this.#group(scope, 'ctn_segment', containers)
    this.#group(scope, 'goods_segment', goods)
    this.#group(scope, 'vehicle_segment', vehicles)
    this.#last = { reference, scope }
  }

  #addLast(): void {
    if (this.#last) this.#document.endHeader().add(this.#last.scope)
    this.#last = null
  }

  #group(scope: Scope, group: Group, leaves: readonly Leaf[]): void {
    const [first] = leaves
    if (!first) return
    const opened = scope.open(group, first.at)
    for (const leaf of leaves) opened.add(leaf)
  }

  /** A row of totals or a note below the bills. */
  #footer(leaves: readonly Leaf[]): void {
    for (const { at, text } of leaves)
      this.#document.problems.add('SYN-SKIPPED', { at, params: { bytes: text.length } })
  }

  /** Digits that a column's format took away are nowhere in the file. */
  #identifier(leaf: Leaf): Leaf {
    if (/reference|_ref_/.test(leaf.key) && EXPONENT.test(leaf.text))
      this.#document.problems.add('SYN-NUMBER', { at: leaf.at, params: { value: leaf.text } })
    return leaf
  }

  /** Columns that nobody knows, and values below the name of a segment. */
  #unknownColumns(rows: readonly Row[]): void {
    const { problems, vocabulary, index } = this.#document
    for (const { number, cells } of rows)
      for (const [at, text] of cells) {
        const column = this.#columns.get(at)
        const isKnown = column && !column.isContainer && vocabulary.isKnown(column.key)
        if (isKnown || folded(storable(text)) === '') continue
        const tag = column?.name ?? ''
        problems.repeat('SYN-UNKNOWN-TAG', { at: this.#ref(index, number, at, tag), params: { tag } }, `${at}`)
      }
  }

  #leaves({ number, cells }: Row, part: Part): readonly Leaf[] {
    return cells.flatMap(([at, filed]): readonly Leaf[] => {
      const column = this.#columns.get(at)
      const text = folded(storable(filed)).replace(FLOAT, '$1')
      if (!column || column.isContainer || column.part !== part || text === '') return []
      const { key, parent, name } = column
      return [{ key, parent, text, at: this.#ref(this.#document.index, number, at, name) }]
    })
  }

  #ref(message: number, row: number, column: number, tag: string): SourceRef {
    const path = cellAddress(this.#sheet.name, row, column)
    return { message, segment: row, tag, line: row, element: column + 1, offset: 0, length: 0, path }
  }
}
