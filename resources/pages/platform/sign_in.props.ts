/** GET and POST `/platform/sign-in`. */
export interface OperatorSignInProps {
  signInPath: string
  notice: 'signed_out' | 'expired' | 'replaced' | 'ended' | 'reset' | 'not_me' | 'locked' | null
  lockedMinutes: number | null
}
