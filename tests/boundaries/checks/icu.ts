import { IntlMessageFormat } from 'intl-messageformat'

/** Element types of the ICU syntax tree that name a placeholder. */
const ARGUMENT_TYPES = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, tag: 8 } as const
const SELECT = ARGUMENT_TYPES.select

interface Element {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
  readonly children?: readonly Element[]
}

/**
 * Placeholders of an ICU text, sorted: `count`, and for a select its options as well
 * (`state{open,shut}`), since those are codes. Plural forms differ between languages and
 * are left out. Throws on a text that is not ICU.
 */
export function placeholders(text: string, locale: string): string[] {
  const found = new Set<string>()
  collect(new IntlMessageFormat(text, locale).getAst() as readonly Element[], found)
  return [...found].sort()
}

function collect(elements: readonly Element[], found: Set<string>) {
  const kinds: readonly number[] = Object.values(ARGUMENT_TYPES)
  for (const element of elements) {
    if (!kinds.includes(element.type)) continue
    const options = Object.entries(element.options ?? {})
    const codes =
      element.type === SELECT
        ? `{${options
            .map(([code]) => code)
            .sort()
            .join(',')}}`
        : ''
    found.add(`${element.value}${codes}`)
    for (const [, { value }] of options) collect(value, found)
    collect(element.children ?? [], found)
  }
}
