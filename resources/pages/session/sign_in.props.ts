/** GET and POST `signInPath`. */
export interface SignInProps {
  signInPath: string
  administration: { code: string; name: string; demonstration: boolean } | null
  /** Other administrations of this installation, for the chooser; empty hides it. */
  administrations: { code: string; name: string; href: string }[]
  /** Sentence above the form after a sign-out, expiry or lockout. */
  notice: 'signed_out' | 'expired' | 'replaced' | 'ended' | 'reset' | 'not_me' | 'accepted' | 'locked' | null
  /** Minutes until the lock opens, with `notice: 'locked'`. */
  lockedMinutes: number | null
}
