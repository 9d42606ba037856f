import { DERIVATIONS, KEY_CLASSES } from './key_classes.js'

export const CRYPTO_PAGE = 'docs/crypto.md'

/** `docs/crypto.md` as the code has it; `node ace.js keys:document` writes it, a test compares it. */
export function cryptoPage(): string {
  const classes = Object.entries(KEY_CLASSES).map(
    ([name, { protects, algorithm, period, shreddedBy }]) =>
      `- **\`${name}\`**: ${protects}. ${algorithm}. ${period === 'month' ? 'A key a month' : 'One key'}${shreddedBy ? `, destroyed with the retention class \`${shreddedBy}\`` : ''}.`
  )
  const derivations = Object.entries(DERIVATIONS).map(([name, what]) => `- **\`${name}\`**: ${what}.`)
  return `# Keys and what they protect

Made from \`app/platform/crypto/key_classes.ts\` by \`./ace keys:document\`; do not edit. Reasons: [ADR 0018](adr/0018-keys-shredding-and-retention.md).

\`\`\`
key-encryption key (file, k1)  wraps  master key of an administration (tmk-1)  wraps  data keys (raw.2026-11.…)  seal bytes
\`\`\`

Every envelope is \`version | length of kid | kid | nonce (12) | tag (16) | ciphertext\`, AES-256-GCM; the authenticated data bind it to its
administration and row. A key is kept as its wraps only. Rotation writes wraps anew and touches no sealed byte; destroying deletes the wraps.

## Data keys, by class

${classes.join('\n')}

## Derived keys (HKDF-SHA-256, salt: the administration, info: \`landfall/v1/<purpose>\`)

${derivations.join('\n')}

## By command

- \`./ace keys:list\` shows ids, states and wraps.
- \`./ace keys:rotate\` gives administrations new master keys. \`--kek\` makes a new key-encryption key; once more wraps with it; after a restart \`--retire=k1\` forgets the old one.
- \`./ace keys:destroy --administration=<code> --confirm=<code>\` makes everything of an administration unreadable.
`
}
