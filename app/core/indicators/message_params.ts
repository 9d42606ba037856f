import type { MessageKey } from './definition.js'

export type MessageParams = Readonly<Record<string, string | number>>

/**
 * Parameters as a sentence takes them. One named `<x>Key` holds a translation key, whose text in the
 * reader's language becomes `{x}`: so a title can name a fact without being written once per fact.
 * One named `<x>Keys` holds several, separated by spaces.
 */
export const resolveParams = (params: MessageParams, translate: (key: MessageKey) => string): MessageParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      name.endsWith('Key')
        ? [name.slice(0, -3), translate(String(value) as MessageKey)]
        : name.endsWith('Keys')
          ? [
              name.slice(0, -4),
              String(value)
                .split(' ')
                .map((key) => translate(key as MessageKey))
                .join(', '),
            ]
          : [name, value]
    )
  )
