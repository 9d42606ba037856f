import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { InstructionTold } from '#sdk'
import { laneOf } from './lane.js'
import type { InstructionForSystem } from './queries/instruction_for.js'

/**
 * The same instruction in a form of an enabled plugin, where the system asks for one by its media type; `null`: it asks for
 * none that is here, and gets JSON.
 */
export async function writtenForm(
  accept: string,
  instruction: InstructionForSystem
): Promise<{ type: string; bytes: Uint8Array } | null> {
  const wanted = accept.split(',').map((each) => each.split(';')[0]!.trim().toLowerCase())
  const forms = (await enabledPlugins()).flatMap(({ plugin }) => plugin.instructionForms ?? [])
  const form = forms.find(({ file }) => wanted.includes(file.type))
  return form ? { type: form.file.type, bytes: form.write(toldOf(instruction)) } : null
}

function toldOf({ id, kind, madeAt, selection, consignments }: InstructionForSystem): InstructionTold {
  return {
    id,
    kind,
    madeAt: localTime(madeAt),
    selection: selection && {
      ...selection,
      lane: laneOf(selection.examination),
      until: localTime(new Date(selection.until)),
    },
    consignments,
  }
}

/** `YYYY-MM-DDTHH:mm`, local to the administration. */
const localTime = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: tenancy.current().administration.timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .replace(' ', 'T')
