/** What a family of documents knows about its elements; names are canonical, in lower case. */
export interface Vocabulary {
  /** Canonical name of an element as filed below an element of this canonical name. */
  canonical(name: string, parent: string): string
  /** An element that holds text and no elements. */
  isLeaf(canonical: string): boolean
  isKnown(canonical: string): boolean
  /** Whether an open element must have ended where this one starts. */
  endsBefore(open: string, next: string): boolean
}
