import type { FilingFunction } from '../../cargo/codes.js'

/** One kind of ASYCUDA manifest document. */
export interface AsycudaRoot {
  /** Name of the root element as ASYCUDA writes it; the type of the Message. */
  readonly name: string
  /** Documents carry no function code: the root says what they ask for. */
  readonly function: FilingFunction
  /** Every consignment stands under the master that the document names. */
  readonly houses: boolean
  /** The order of short dates where the writer of such documents is known. */
  readonly shortDates: 'month' | null
}

const root = (
  name: string,
  filed: FilingFunction,
  houses = false,
  shortDates: AsycudaRoot['shortDates'] = null
): AsycudaRoot => ({ name, function: filed, houses, shortDates })

/** By name in lower case. */
export const ASYCUDA_ROOTS: ReadonlyMap<string, AsycudaRoot> = new Map(
  [
    root('Awmds', 'original'),
    root('Awbolds', 'original', true),
    root('AWAPPEND', 'add'),
    root('Awmcds', 'add'),
    root('Awbolegmds', 'original'),
    // An export of one stored bill: the others of its manifest stay.
    root('AsycudaWorld_Manifest', 'add', false, 'month'),
  ].map((each) => [each.name.toLowerCase(), each])
)

/** Wraps several documents. */
export const PACK = 'asycudaworldpack'

/** Segments that a file without its beginning may start with, and the document they belong to. */
export const HEADLESS: ReadonlyMap<string, string> = new Map([
  ['general_segment', 'awmds'],
  ['bol_segment', 'awmds'],
  ['master_bol', 'awbolds'],
])

const DOCTYPE = /^<!doctype\s+([\w:.-]+)/i
const ELEMENT = /^<([\w:.-]+)/
const ENDS: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
]

/** The text behind declarations and comments. */
const behindProlog = (text: string): string => {
  let rest = text.trimStart()
  for (;;) {
    const [, closes] = ENDS.find(([opens]) => rest.startsWith(opens)) ?? []
    if (closes === undefined) return rest
    const end = rest.indexOf(closes)
    if (end < 0) return ''
    rest = rest.slice(end + closes.length).replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  }
}

/** Whether a text starts as an ASYCUDA document does, whatever the case of its letters and its namespace. */
export const asycudaRoot = (text: string): boolean => {
  const start = behindProlog(text)
  const name = (DOCTYPE.exec(start) ?? ELEMENT.exec(start))?.[1]?.toLowerCase().replace(/^.*:/, '') ?? ''
  return ASYCUDA_ROOTS.has(name) || HEADLESS.has(name) || name === PACK
}
