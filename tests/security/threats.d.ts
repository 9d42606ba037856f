export interface Threat {
  readonly id: string
  readonly threat: string
  readonly tests: readonly (readonly [file: string, title: string])[]
  readonly notYet?: string
}
export const THREATS: readonly Threat[]
