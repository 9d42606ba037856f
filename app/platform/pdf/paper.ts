import type { Content, ContentText, Style, TableCell } from 'pdfmake/interfaces.js'
import { faceRuns } from './fonts.js'

/** Everything a page can say: a text, never an object that slipped into its place (SECURITY T27). */
export type Said = string | number | null

export const INK = '#1b1f24'
export const FAINT = '#57606a'
const LINE = '#c9d1d9'
const SHADE = '#f3f5f7'

export interface Column {
  title: string
  /** Points, or a share of what is left. */
  width: number | '*' | 'auto'
}

/** Builders of a document that is read from one side: only these make content, and each takes texts alone. */
export class Paper {
  readonly #rtl: boolean

  constructor(direction: 'ltr' | 'rtl') {
    this.#rtl = direction === 'rtl'
  }

  text(said: Said, style: Style = {}): Content {
    const alignment = style.alignment ?? (this.#rtl ? 'right' : 'left')
    return {
      text: faceRuns(String(said ?? '—')).map(({ text, face }) => ({ text, font: face })),
      ...style,
      alignment: this.#rtl && style.alignment === 'right' ? 'left' : alignment,
    }
  }

  title = (said: Said): Content => this.text(said, { fontSize: 17, bold: true, margin: [0, 0, 0, 4] })

  /** Stays with what follows. */
  heading = (said: Said): Content => this.#head(said, { fontSize: 12.5, bold: true, margin: [0, 14, 0, 5] })

  subheading = (said: Said): Content => this.#head(said, { fontSize: 10, bold: true, margin: [0, 8, 0, 3] })

  note = (said: Said): Content => this.text(said, { fontSize: 8, color: FAINT, margin: [0, 2, 0, 4] })

  /** Names and values, one pair a line. */
  facts(pairs: readonly (readonly [string, Said])[]): Content {
    const rows = pairs.map(([name, value]) =>
      this.#row([this.text(name, { color: FAINT, fontSize: 8.5 }), this.text(value, { fontSize: 9 })])
    )
    return {
      table: { dontBreakRows: true, widths: this.#row([130, '*']), body: rows },
      layout: { ...PLAIN, hLineWidth: () => 0 },
      margin: [0, 2, 0, 4],
    }
  }

  /** Its head stands again on each page; a row is not torn apart. */
  table(columns: readonly Column[], rows: readonly (readonly Said[])[]): Content {
    const head = columns.map(({ title }) => ({
      ...(this.text(title, { bold: true, fontSize: 8 }) as object),
      fillColor: SHADE,
    })) as TableCell[]
    const body = rows.map((row) => this.#row(row.map((said) => this.text(said, { fontSize: 8 }) as TableCell)))
    return {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: this.#row(columns.map(({ width }) => width)),
        body: [this.#row(head), ...body],
      },
      layout: PLAIN,
      margin: [0, 2, 0, 6],
    }
  }

  /** Two texts on one line, at the two sides. */
  sides = (start: Content, end: Content): Content => ({ columns: this.#row([start, end]), columnGap: 12 })

  #head = (said: Said, style: Style): Content => ({ ...(this.text(said, style) as ContentText), headlineLevel: 1 })

  #row<T>(cells: readonly T[]): T[] {
    return this.#rtl ? [...cells].reverse() : [...cells]
  }
}

const PLAIN = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}
