import type { InstructionTold } from '../contributions.js'
import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'
import { deepFreeze } from './freeze.js'

const BLANK = { bill: null, equipment: [], conveyance: null, voyage: null, port: null, declarations: [] }
const SELECTION = {
  number: '7',
  lane: 'red',
  examination: 'physical',
  equipment: null,
  site: 'YARD',
  until: '2026-02-01T18:00',
} as const
const SAMPLES: readonly InstructionTold[] = (
  ['hold', 'release', 'do_not_load', 'load', 'select', 'deselect'] as const
).map((kind) =>
  deepFreeze({
    id: '01999d2e-6c1e-7b11-9a02-6f1f9f3a7c55',
    kind,
    madeAt: '2026-01-31T08:15',
    selection: kind.endsWith('select') ? SELECTION : null,
    consignments: [BLANK, { ...BLANK, bill: 'A & B <1>', equipment: ['NRCU4832072'], declarations: ['X 1'] }],
  })
)

/** Every instruction is written, twice alike, also about cargo of which little is known. */
export const instructionFaults = (plugin: PluginDefinition): readonly Found[] =>
  (plugin.instructionForms ?? []).flatMap(({ code, file, write }) => {
    if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(file.type) || !/^[a-z0-9]{1,8}$/.test(file.ending))
      return [
        fault(
          'E_PLUGIN_ANSWER',
          code,
          `"${file.type}" and "${file.ending}" make no file.`,
          'Give a media type and an ending, as xml.'
        ),
      ]
    for (const told of SAMPLES) {
      try {
        const bytes = write(told)
        if (bytes.length === 0)
          return [fault('E_PLUGIN_ANSWER', code, `It writes nothing of a ${told.kind}.`, 'Hand over bytes.')]
        if (String(write(told)) !== String(bytes))
          return [fault('E_PLUGIN_IMPURE', code, 'Written twice it differs.', 'Use no clock and no chance.')]
      } catch (error) {
        return [
          fault(
            'E_PLUGIN_IMPURE',
            code,
            `It throws on a ${told.kind}: ${(error as Error).message}.`,
            'Write what is known, and change nothing of what it is given.'
          ),
        ]
      }
    }
    return []
  })
