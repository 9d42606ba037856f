import type { SourceRef } from '../../kernel/source_ref.js'
import type { Vocabulary } from '../xml/vocabulary.js'
import type { Group } from './elements.js'

/** One value as filed: never empty. */
export interface Leaf {
  /** Canonical name of its element. */
  readonly key: string
  /** Canonical name of the element around it. */
  readonly parent: string
  readonly text: string
  readonly at: SourceRef
}

/** The values of a header, a consignment, or one group of it. */
export class Scope {
  readonly at: SourceRef
  readonly #leaves = new Map<string, Leaf[]>()
  readonly #groups = new Map<Group, Scope[]>()

  constructor(at: SourceRef) {
    this.at = at
  }

  add(leaf: Leaf): void {
    const known = this.#leaves.get(leaf.key)
    if (known) known.push(leaf)
    else this.#leaves.set(leaf.key, [leaf])
  }

  /** Opens a further group. */
  open(group: Group, at: SourceRef): Scope {
    const scope = new Scope(at)
    const known = this.#groups.get(group)
    if (known) known.push(scope)
    else this.#groups.set(group, [scope])
    return scope
  }

  /** The same values under the names that another vocabulary gives their elements. */
  renamed(vocabulary: Vocabulary): Scope {
    const scope = new Scope(this.at)
    for (const leaves of this.#leaves.values())
      for (const leaf of leaves) scope.add({ ...leaf, key: vocabulary.canonical(leaf.at.tag, leaf.parent) })
    return scope
  }

  /** Every value, in the order of first appearance of their names. */
  leaves(): readonly Leaf[] {
    return [...this.#leaves.values()].flat()
  }

  all(key: string): readonly Leaf[] {
    return this.#leaves.get(key) ?? []
  }

  /** The part of a consignment that holds an element: itself, or the first of its goods that does. */
  partWith(key: string): Scope {
    return [this, ...this.groups('goods_segment')].find((part) => part.all(key).length > 0) ?? this
  }

  groups(group: Group): readonly Scope[] {
    return this.#groups.get(group) ?? []
  }
}
