import { lineBreaks } from './pieces.js'

/** An element whose end has not come yet. */
export interface OpenElement {
  /** As filed. */
  readonly name: string
  readonly canonical: string
  /** Canonical name of the element around it; empty for a root. */
  readonly parent: string
  readonly path: string
  /** Ordinal in the document. */
  readonly ordinal: number
  /** Units of its start tag, and its line. */
  readonly from: number
  readonly to: number
  readonly line: number
  /** Elements directly below it, by canonical name; `null` without any. */
  children: Map<string, number> | null
  /** Its own text, undecoded, CDATA escaped. */
  wide: string
  /** Units of the first and behind the last character that is no space; -1 without one. */
  textFrom: number
  textTo: number
  textLine: number
  /** Text was passed over because there is too much of it. */
  overflow: boolean
}

export const openElement = (
  element: Pick<OpenElement, 'name' | 'canonical' | 'parent' | 'path' | 'ordinal' | 'from' | 'to' | 'line'>
): OpenElement => ({
  ...element,
  children: null,
  wide: '',
  textFrom: -1,
  textTo: -1,
  textLine: 0,
  overflow: false,
})

/** Adds a run of text that starts at a unit and line; `limit` is the longest text an element may have. */
export const addText = (
  element: OpenElement,
  run: { readonly wide: string; readonly from: number; readonly line: number },
  limit: number
): void => {
  const first = run.wide.search(/\S/)
  if (first < 0 && element.wide === '') return
  if (element.wide.length + run.wide.length > limit) {
    element.overflow = true
    return
  }
  element.wide += run.wide
  if (first < 0) return
  if (element.textFrom < 0) {
    element.textFrom = run.from + first
    element.textLine = run.line + lineBreaks(run.wide.slice(0, first))
  }
  element.textTo = run.from + run.wide.trimEnd().length
}
