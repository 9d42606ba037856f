/** Of a program alone: the condition has no answer, because its fact is missing wherever the program is met. */
export const OPEN = 0
/** How a predicate is judged; the rest of its words depends on it. */
export const SOME = 1
export const NONE = 2
export const OVER = 3
export const UNDER = 4
export const FILED = 5
/** Asked of the weighing: an indicator, or an operator that has no index. */
export const ASK = 6
/** The greatest of what follows. */
export const ANY = 7

/**
 * A condition as the index sees it. A token is one thing a fact can say: to be a value, to begin with a prefix, to hold a
 * phrase.
 */
export type Predicate =
  | { readonly op: typeof SOME | typeof NONE; readonly slot: number; readonly tokens: readonly number[] }
  | { readonly op: typeof OVER | typeof UNDER; readonly slot: number; readonly limit: number }
  | { readonly op: typeof FILED; readonly slot: number; readonly wanted: boolean }
  | { readonly op: typeof ASK; readonly question: number }

/** What a token says of its fact. With the slot it makes the salt under which the text is kept. */
export const TOKEN_KINDS = { text: 0, number: 1, flag: 2, prefix: 3, phrase: 4 } as const
export type TokenKind = keyof typeof TOKEN_KINDS

export const saltOf = (slot: number, kind: TokenKind): number => slot * 8 + TOKEN_KINDS[kind]

/** What conditions ask of a fact, so that nothing else is read of it. */
export const USES = { values: 1, prefixes: 2, phrases: 4, limits: 8 } as const

/**
 * A predicate in words: a head, then its operands. The head holds the operation, which condition of `all` it is (of a
 * program), the slot and how many operands follow; `any` has no slot and needs the room for its length.
 */
export const OPERATION = 7
export const NUMBERED = 3
const SLOTTED = 8
export const COUNTED = 20
const MOST_SLOTS = 1 << (COUNTED - SLOTTED)
/** A condition with more operands is judged one by one. */
export const MOST_OPERANDS = (1 << (31 - COUNTED)) - 1
/** Conditions of `all` of which one bit each says that they are open; the others share the last one. */
export const MOST_NUMBERED = 30

export const headOf = (op: number, slot: number, operands: number): number =>
  op | (slot << SLOTTED) | (operands << COUNTED)
export const anyHead = (length: number): number => headOf(ANY, length % MOST_SLOTS, Math.floor(length / MOST_SLOTS))
export const numberOf = (head: number): number => (head >>> NUMBERED) & 31
export const slotOf = (head: number): number => (head >>> SLOTTED) & (MOST_SLOTS - 1)
export const operandsOf = (head: number): number =>
  (head & OPERATION) === ANY ? slotOf(head) + (head >>> COUNTED) * MOST_SLOTS : head >>> COUNTED
