import type { ReadingState } from '../state.js'

const LANGUAGE = /^[A-Za-z]{2,3}$/
const COUNTRY_LENGTH = 3

const joinAt = (state: ReadingState, element: number, count: number): void => {
  const at = state.cursor.ref(element)
  state.cursor.join(element, count)
  state.report('SYN-UNESCAPED', {
    at: { ...at, length: state.cursor.ref(element).length },
    params: { segment: state.cursor.tag },
  })
}

/** `KUEHNE + NAGEL`: a blank before the separator and one behind it belong to a text, not to two elements. */
const joinBlanks = (state: ReadingState, from: number, to: number): void => {
  const { cursor } = state
  for (let element = from; element < to && element < cursor.elements; element++) {
    const before = cursor.raw(element, Math.max(1, cursor.components(element)))
    if (before.endsWith(' ') && before.trim() !== '' && cursor.raw(element + 1).startsWith(' '))
      joinAt(state, element--, 1)
  }
}

/**
 * Puts names back together that an unescaped separator cut (`R+L GLOBAL LOGISTICS`): a NAD with
 * more elements than its profile allows, or with text where a country belongs.
 */
export const repairNad = (state: ReadingState): void => {
  const { cursor, reading } = state
  joinBlanks(state, 3, 5)
  const most = reading.nadElements
  const text = cursor.text(4) !== '' && most > 4 ? 4 : 3
  if (cursor.elements > most) joinAt(state, text, cursor.elements - most)
  else if (most === 9 && cursor.text(9).length > COUNTRY_LENGTH) joinAt(state, text, 1)
}

/** FTX: everything behind the text that is no language code is text. */
export const repairFtx = (state: ReadingState): void => {
  const { cursor } = state
  joinBlanks(state, 4, 5)
  if (cursor.elements < 5 || cursor.text(4) === '') return
  const language = cursor.text(5)
  if (cursor.elements > 6 || (language !== '' && !LANGUAGE.test(language))) joinAt(state, 4, cursor.elements - 4)
}
