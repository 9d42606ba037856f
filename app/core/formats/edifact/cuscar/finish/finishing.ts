import type { Equipment } from '../../../../cargo/consignment.js'
import { Citations } from '../../parts/citations.js'
import type { EquipmentDraft } from '../drafts.js'
import type { ReadingState } from '../state.js'
import { finishConsignment, type FinishedConsignment } from './finish_consignment.js'
import { addUndeclared, finishEquipment } from './finish_equipment.js'
import { findPlaces, type FoundPlaces } from './finish_places.js'

/** Problems are told in the order of a reading that finishes everything behind the last segment. */
const [READING, UNDECLARED, EQUIPMENT, FINISHING] = [0, 1, 2, 3]

/** Segments that change what all consignments are finished with, wherever they stand. */
const OF_ALL: ReadonlySet<string> = new Set(['BGM', 'EQD'])

/**
 * Finishes each consignment as soon as the next one opens, if no equipment is filed behind it, and otherwise at the end.
 * Its draft is then let go of at once: drafts of a whole Message would be what the collector copies most.
 */
export class Finishing {
  readonly parts: FinishedConsignment[] = []
  /** By normalised number, in order of appearance; complete with the last consignment. */
  readonly equipment = new Map<string, Equipment>()
  readonly #state: ReadingState
  readonly #cited: Citations
  /** The last segment that concerns all consignments. */
  readonly #lastOfAll: number
  /** Places of the header, once they are known. */
  #places: FoundPlaces | null = null

  constructor(state: ReadingState, tags: readonly string[]) {
    this.#state = state
    this.#cited = new Citations(state.places)
    let last = tags.length - 1
    while (last >= 0 && !OF_ALL.has(tags[last] ?? '')) last -= 1
    this.#lastOfAll = last
  }

  /** Called behind each segment: finishes the consignments before the open one, where nothing can change them any more. */
  behind(segment: number): void {
    const { unfinished, equipment } = this.#state
    // The only equipment of a Message is that of every consignment; a second may be named yet.
    if (unfinished.length > 1 && segment > this.#lastOfAll && equipment.size > 1) this.#finish(1)
  }

  /** Called behind the last segment: finishes what is left. */
  end(): void {
    this.#finish(0)
    this.#state.problems.turnTo(FINISHING)
  }

  #finish(open: number): void {
    const state = this.#state
    if (this.#places === null) {
      this.#addEquipment([...state.equipment.values()])
      state.problems.turnTo(FINISHING)
      this.#places = findPlaces(state, state.header.places, state.reading.headerPlaces)
    }
    const ready = state.unfinished.splice(0, state.unfinished.length - open)
    for (const draft of ready) {
      state.problems.turnTo(UNDECLARED)
      this.#addEquipment(addUndeclared(state, draft))
    }
    state.problems.turnTo(FINISHING)
    ready.reverse()
    // Each is let go of when it is finished, so that a large Message is not held twice.
    for (let draft = ready.pop(); draft; draft = ready.pop())
      this.parts.push(finishConsignment(state, draft, this.#places, this.equipment, this.#cited))
    state.problems.turnTo(READING)
  }

  #addEquipment(drafts: readonly EquipmentDraft[]): void {
    if (drafts.length === 0) return
    this.#state.problems.turnTo(EQUIPMENT)
    for (const draft of drafts) this.equipment.set(draft.number, finishEquipment(this.#state, draft))
  }
}
