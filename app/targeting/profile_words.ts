import type { Threat } from '#core/indicators/definition'
import { resolveParams } from '#core/indicators/message_params'
import type { IndicatorRegistry } from '#core/indicators/registry'
import { describe, type DescribedCondition } from '#core/profiles/describe'
import type { ProfileDocument } from '#core/profiles/document'
import type { WordPart } from '../../resources/pages/profiles/show.props.js'
import { sentence } from './authoring_failure.js'

type Translate = (key: string) => string

const plain = (key: string): WordPart => ({ sentence: sentence(key), strong: false })

/**
 * The profile in words, as pieces to be set one after the other with nothing between: clauses,
 * conditions (strong) with their points, and the signs that join them.
 */
export function profileWords(document: ProfileDocument, registry: IndicatorRegistry, translate: Translate): WordPart[] {
  const clauses = describe(document, registry)
  return clauses.flatMap(({ clause, parts }, at) => {
    const last = at === clauses.length - 1
    const joined = clauses[at + 1]?.clause === 'targeting.words_any'
    return [
      plain(clause),
      ...(parts.length > 0 ? [plain('authoring.words_opens')] : []),
      ...parts.flatMap((part, index) => [
        ...(index > 0 ? [plain(separator(index, parts.length))] : []),
        ...condition(part, translate),
      ]),
      plain(last ? 'authoring.words_ends' : joined ? 'authoring.words_comma' : 'authoring.words_stop'),
    ]
  })
}

const separator = (index: number, count: number) =>
  index === count - 1 ? 'authoring.words_and' : 'authoring.words_comma'

const condition = ({ words, params, points }: DescribedCondition, translate: Translate): WordPart[] => [
  { sentence: sentence(words, { ...resolveParams(params, translate) }), strong: true },
  ...(points === 0 ? [] : [{ sentence: sentence('authoring.words_points', { points }), strong: false }]),
]

/** The document a new profile begins with. */
export const emptyDocument = (threat: Threat): ProfileDocument => ({ threat, all: [], any: [], adds: [] })
