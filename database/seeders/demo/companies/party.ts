/** A party as a transport document names it. Everything here is invented. */
export interface DemoParty {
  readonly name: string
  readonly street: string
  readonly city: string
  /** ISO alpha-2. */
  readonly country: string
  /** As filed; a value may be empty where only its type is. */
  readonly taxId: { readonly type: 'NIT' | 'EEE' | 'TRN'; readonly value: string } | null
  readonly phone: string | null
  readonly email: string | null
}
