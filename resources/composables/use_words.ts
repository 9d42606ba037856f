import type { WorkflowText } from '../../app/core/workflow/definition.js'
import { useShared } from './use_shared.js'
import { useT } from './use_t.js'

/** Words of a workflow: a text of ours, or the administration's own in the reader's language. */
export const useWords = () => {
  const { t } = useT()
  const shared = useShared()
  return (title: WorkflowText): string => {
    const words = title as Readonly<Record<string, string>>
    if (words.key !== undefined) return t(words.key)
    return words[shared.value.locale.code] ?? words.en ?? Object.values(words)[0] ?? ''
  }
}
