import type { Threat } from '#core/indicators/definition'
import { resolveParams } from '#core/indicators/message_params'
import type { IndicatorRegistry } from '#core/indicators/registry'
import { describe, type DescribedCondition } from '#core/profiles/describe'
import type { ProfileDocument } from '#core/profiles/document'
import type { WordPart } from '../../resources/pages/profiles/show.props.js'
import type { Sentence } from '../../resources/props/shared.js'
import { sentence } from './authoring_failure.js'

export type Translate = (key: string, params?: Sentence['params']) => string

/**
 * The profile in words, as pieces to be set one after the other with a space between: what each
 * clause does, then its conditions (strong) with their points and the sign that follows them.
 */
export function profileWords(document: ProfileDocument, registry: IndicatorRegistry, translate: Translate): WordPart[] {
  const clauses = describe(document, registry)
  return clauses.flatMap(({ clause, parts }, at) => {
    const closing = clauses[at + 1]?.clause === 'targeting.words_any' ? 'comma' : 'stop'
    if (parts.length === 0) return [plain('authoring.words_whole', { clause: translate(clause) })]
    return [plain('authoring.words_clause', { clause: translate(clause) }), ...list(parts, closing, translate)]
  })
}

function list(parts: readonly DescribedCondition[], closing: 'comma' | 'stop', translate: Translate): WordPart[] {
  const last = parts.length - 1
  return parts.flatMap(({ words, params, points }, index) => {
    const text = translate(words, { ...resolveParams(params, translate) })
    const sign = index === last ? closing : index === last - 1 ? 'bare' : 'comma'
    const item = { sentence: sentence(`authoring.words_item_${sign}`, { words: text, points }), strong: true }
    return index === last && last > 0 ? [plain('authoring.words_and'), item] : [item]
  })
}

const plain = (key: string, params: Sentence['params'] = {}): WordPart => ({
  sentence: sentence(key, params),
  strong: false,
})

/** The document a new profile begins with. */
export const emptyDocument = (threat: Threat): ProfileDocument => ({ threat, all: [], any: [], adds: [] })
