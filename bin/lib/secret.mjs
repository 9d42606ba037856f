import { inspect } from 'node:util'

const HIDDEN = '[secret]'

/** A value that cannot be printed by accident: string conversion, JSON and inspection show a mark. */
export class Secret {
  #value

  constructor(value) {
    this.#value = value
  }

  reveal() {
    return this.#value
  }

  toString() {
    return HIDDEN
  }

  toJSON() {
    return HIDDEN
  }

  [inspect.custom]() {
    return HIDDEN
  }
}
