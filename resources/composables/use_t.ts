import { computed } from 'vue'
import type { Sentence } from '../props/shared.js'
import { Translator, type Params } from './translator.js'
import { useShared } from './use_shared.js'

let current: { messages: unknown; code: string; translator: Translator } | null = null

/** One translator a language for the whole page: compiled texts are shared by all components. */
const translatorFor = (code: string, messages: Record<string, string>, development: boolean) => {
  if (current?.messages === messages && current.code === code) return current.translator
  const report = (key: string) => {
    if (development) console.warn(`No text for "${key}" in "${code}"`)
  }
  current = { messages, code, translator: new Translator(code, messages, report) }
  return current.translator
}

/** `t('room.key', params)` in the reader's language, `s(sentence)` for a sentence from the server. */
export const useT = () => {
  const shared = useShared()
  const translator = computed(() =>
    translatorFor(shared.value.locale.code, shared.value.messages, shared.value.development)
  )
  return {
    t: (key: string, params?: Params) => translator.value.text(key, params),
    s: (sentence: Sentence) => translator.value.sentence(sentence),
    has: (key: string) => translator.value.has(key),
    /** Text of a code such as a group or a role; an unknown code (of a plugin) is shown as it is. */
    code: (prefix: string, value: string) =>
      translator.value.has(`${prefix}_${value}`) ? translator.value.text(`${prefix}_${value}`) : value,
  }
}
