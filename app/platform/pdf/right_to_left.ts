import { createRequire } from 'node:module'
import { directionOf } from '#platform/plugins/translations'
import { turns, visualOrder } from './visual_order.js'

/** What we touch of pdfmake 0.3.11, whose renderer is not published: pinned, and looked at by a test. */
interface Inline {
  text: string
  x: number
  width: number
  fontSize: number
  font: { widthOfString(text: string, size: number): number }
  leadingCut?: number
  trailingCut?: number
}
interface Line {
  inlines: Inline[]
  clone(): Line
}
/** The document that is drawn, with the language it was asked for in. */
interface Drawing {
  pdfDocument: { options: { lang?: string } }
}
interface RendererClass {
  prototype: { renderLine(this: Drawing, line: Line, x: number, y: number): void }
}

const { default: Renderer } = createRequire(import.meta.url)('pdfmake/js/Renderer.js') as { default: RendererClass }
const draw = Renderer.prototype.renderLine

/**
 * pdfmake sets every line from left to right in the order of its words. Lines with right-to-left letters are put
 * into the order in which they are read; all others are left to it.
 */
Renderer.prototype.renderLine = function (line, x, y) {
  const text = line.inlines.map((inline) => inline.text).join('')
  return draw.call(this, turns(text) ? turned(line, baseOf(text, this.pdfDocument.options.lang)) : line, x, y)
}

function turned(line: Line, base: 'ltr' | 'rtl'): Line {
  const pieces = visualOrder(
    line.inlines.map((inline, style) => ({ text: inline.text, style })),
    base
  )
  const copy = line.clone()
  let x = line.inlines[0]!.x + (line.inlines[0]!.leadingCut ?? 0)
  copy.inlines = pieces.map(({ text: shown, style }) => {
    const inline = line.inlines[style]!
    const width = inline.font.widthOfString(shown, inline.fontSize)
    const placed = { ...inline, text: shown, x, width, leadingCut: 0, trailingCut: 0 }
    x += width
    return placed
  })
  return copy
}

/** In an Arabic document a line with Arabic words is Arabic; in another it goes by its first letter. */
const baseOf = (text: string, language = 'en'): 'ltr' | 'rtl' =>
  directionOf(language) === 'rtl' || turns(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
