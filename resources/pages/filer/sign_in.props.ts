/** GET and POST `/a/:code/filer/sign-in`. */
export interface FilerSignInProps {
  signInPath: string
  forgotPath: string
  administration: { name: string; demonstration: boolean }
  notice: 'signed_out' | 'expired' | 'replaced' | 'ended' | 'reset' | 'not_me' | 'accepted' | 'locked' | null
  lockedMinutes: number | null
}
