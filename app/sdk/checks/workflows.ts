import { checkWorkflow } from '../../core/workflow/check.js'
import { CORE_WORKFLOWS } from '../../core/workflow/main.js'
import { tailor } from '../../core/workflow/tailor.js'
import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'

/** Officers of every administration read the words of a template. */
const LANGUAGES = ['en', 'fr', 'es', 'ar']

/** Templates that an administration could not publish as they are. */
export const workflowFaults = (plugin: PluginDefinition): readonly Found[] =>
  (plugin.workflowTemplates ?? []).flatMap(({ code, subject, tailoring }) => {
    const core = CORE_WORKFLOWS[subject]
    return checkWorkflow(tailor(core, tailoring), core, LANGUAGES)
      .slice(0, 3)
      .map((wrong) =>
        fault(
          'E_PLUGIN_WORKFLOW',
          code,
          `No administration could publish it: ${wrong.code} at "${wrong.at}".`,
          'Let every state be reached and left, keep what the core guards, and say its words in en, fr, es and ar.'
        )
      )
  })
