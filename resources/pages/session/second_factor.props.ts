import type { FactorWays } from '../../props/identity.js'

/** GET `<base>/second-factor`: the second step of signing in, or proof once more before an act. */
export interface SecondFactorProps {
  base: string
  signingIn: boolean
  name: string
  ways: FactorWays
}
