import { pluginRegistry } from '#platform/plugins/registry'

/** Key of the text for a kind of answer; one of a plugin that left the build has none, and is shown by its code. */
export const titleOfAnswer = (kind: string): string =>
  pluginRegistry
    .all()
    .flatMap((plugin) => plugin.acknowledgements ?? [])
    .find(({ code }) => code === kind)?.title ?? `messages.answer_${kind}`
