import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'

/** A profile revision as an assessment names it. */
export interface NamedRevision {
  readonly id: string
  readonly revision: number
}

/** The revisions an assessment was weighed with: as many as are read at a glance, else the hashes of the pages they stand on. */
export type NamedRevisions = readonly NamedRevision[] | { readonly pages: readonly string[] }

/** What stands under the hash of a page. */
export interface ProfilePage {
  readonly profiles: readonly NamedRevision[]
}

const PAGES = 256
const AT_A_GLANCE = 1000

/**
 * Which revisions are live, independent of how they came to be. Every change makes new versions of an engine, so tens of thousands of
 * names are neither hashed nor stored again for it: they stand on pages, and only that of the changed one is another.
 */
export class ProfileNames {
  static readonly none = new ProfileNames(Array<readonly NamedRevision[]>(PAGES).fill([]), 0)
  readonly #hashes = new WeakMap<readonly NamedRevision[], string>()

  private constructor(
    readonly pages: readonly (readonly NamedRevision[])[],
    readonly count: number,
    hashes?: WeakMap<readonly NamedRevision[], string>
  ) {
    if (hashes !== undefined) this.#hashes = hashes
  }

  /** These names without some and with others; what is not there does not go, and nothing comes twice. */
  with(gone: readonly NamedRevision[], come: readonly NamedRevision[]): ProfileNames {
    const pages = [...this.pages]
    const went = new Set(gone.map(({ id }) => id))
    const came = Map.groupBy(come, ({ id }) => pageOf(id))
    let { count } = this
    for (const page of new Set([...gone.map(({ id }) => pageOf(id)), ...came.keys()])) {
      const named = new Map<string, NamedRevision>()
      for (const each of pages[page]!) if (!went.has(each.id)) named.set(each.id, each)
      for (const { id, revision } of came.get(page) ?? []) named.set(id, { id, revision })
      count += named.size - pages[page]!.length
      pages[page] = sorted([...named.values()])
    }
    return new ProfileNames(pages, count, this.#hashes)
  }

  recorded(): NamedRevisions {
    if (this.count <= AT_A_GLANCE) return sorted(this.pages.flat())
    return { pages: this.pages.map((page) => this.#hash(page)) }
  }

  /** The pages that `recorded` names, by their hashes; none where it names revisions. */
  recordedPages(): ReadonlyMap<string, ProfilePage> {
    if (this.count <= AT_A_GLANCE) return new Map()
    return new Map(this.pages.map((page) => [this.#hash(page), { profiles: page }]))
  }

  #hash(page: readonly NamedRevision[]): string {
    const known = this.#hashes.get(page) ?? hashOfPage({ profiles: page })
    this.#hashes.set(page, known)
    return known
  }
}

/** Hex SHA-256 of the canonical text. */
export const hashOfPage = (page: ProfilePage): string => createHash('sha256').update(canonicalJson(page)).digest('hex')

const sorted = (names: NamedRevision[]): readonly NamedRevision[] => names.sort((a, b) => (a.id < b.id ? -1 : 1))

const pageOf = (id: string): number => {
  let sum = 0
  for (let at = 0; at < id.length; at++) sum = (Math.imul(sum, 31) + id.charCodeAt(at)) | 0
  return sum & (PAGES - 1)
}
