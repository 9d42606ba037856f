export interface Door {
  readonly name: string
  readonly from: string
  readonly may: readonly string[]
  readonly typesFrom?: readonly string[]
  readonly packages: 'all' | readonly string[]
  readonly builtins: boolean
  readonly because: string
}
export const DOORS: readonly Door[]
export function doorOf(path: string): Door | undefined
export function opened(door: Door, path: string, patterns: readonly string[]): RegExp[]
