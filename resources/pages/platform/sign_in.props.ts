/** GET and POST `/platform/sign-in`. */
export interface OperatorSignInProps {
  signInPath: string
  notice: 'signed_out' | 'expired' | 'locked' | null
  lockedMinutes: number | null
}
