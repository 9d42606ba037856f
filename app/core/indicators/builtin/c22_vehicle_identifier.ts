import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Parts of vehicles, normalised words. */
const PARTS: readonly string[] = ['PARTS', 'SPARES', 'SPARE PARTS', 'REPUESTOS', 'PIECES DETACHEES', 'HALF CUT']
/** Share of the points where a vehicle is described as parts and is not listed. */
const OF_PARTS = 1 / 3

/** A vehicle of the table of stolen ones; or a vehicle that travels under the name of parts. */
export const vehicleIdentifier = defineIndicator({
  code: 'C22',
  version: 1,
  title: 'targeting.indicator_c22',
  layer: 'deductive',
  group: 'commodity',
  points: 60,
  threats: ['VEH'],
  modes: ['sea'],
  args: {},
  reads: ['goods.vehicles', 'goods.description'],
  lists: ['vehicle_identifiers'],
  assess({ facts, lists }) {
    const list = lists.get('vehicle_identifiers')
    if (list === null) return noList('vehicle_identifiers')
    const vehicles = facts.get('goods.vehicles')
    if (!vehicles.known) return unknown('goods.vehicles', vehicles.why)
    const listed = vehicles.value.filter((vin) => rowsWhere(list, 'vin', vin).length > 0)
    if (listed.length > 0)
      return hit({
        because: 'targeting.evidence_stolen_vehicle',
        params: { numbers: listed.join(', '), edition: list.edition },
        paths: vehicles.from,
        list: { code: list.code, edition: list.edition },
      })
    if (vehicles.value.length === 0) return clear('targeting.nearest_no_vehicle', {})
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    const part = PARTS.find((words) => holdsWords(text, words))
    if (part === undefined) return clear('targeting.nearest_vehicle', { count: vehicles.value.length }, 0.5)
    return {
      is: 'hit',
      weight: OF_PARTS,
      evidence: [
        {
          because: 'targeting.evidence_vehicle_as_parts',
          params: { numbers: vehicles.value.join(', '), words: part },
          paths: [...vehicles.from, ...description.from],
        },
      ],
    }
  },
})
