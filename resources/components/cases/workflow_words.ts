import type { WorkflowWords } from '../../pages/cases/show.props.js'

/** Words of a state or act: a text of the product, or what the administration wrote itself. */
export const wordsOf = (words: WorkflowWords, t: (key: string) => string): string =>
  'key' in words ? t(words.key) : words.text
