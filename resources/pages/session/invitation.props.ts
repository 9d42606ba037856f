/** POST `path` uses the invitation up. */
export interface InvitationProps {
  administration: { code: string; name: string }
  path: string
  /** `null`: it opens nothing (any more), and nobody is told why. */
  invitation: { name: string; email: string } | null
}
