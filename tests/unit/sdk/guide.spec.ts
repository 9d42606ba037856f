import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { PLUGIN_FAULT_CODES } from '#sdk'

const ROOT = join(import.meta.dirname, '../../..')
const guide = (name: string) => readFileSync(join(ROOT, `docs/guides/${name}.md`), 'utf8')

test.group('Guides of plugins', () => {
  test('the format that is shown is the format that is tested', ({ assert }) => {
    const code = readFileSync(join(import.meta.dirname, 'harbour_list.ts'), 'utf8').trimEnd()
    assert.include(guide('a_format_in_an_afternoon'), `\`\`\`ts\n${code}\n\`\`\``)
  })

  test('so is its spec', ({ assert }) => {
    const spec = readFileSync(join(import.meta.dirname, 'harbour_list.spec.ts'), 'utf8').trimEnd()
    const shown = spec.replace("'./harbour_list.js'", "'../../formats/harbour_list.js'")
    assert.include(guide('a_format_in_an_afternoon'), `\`\`\`ts\n${shown}\n\`\`\``)
  })

  test('every fault that plugin:check may say is explained', ({ assert }) => {
    const text = guide('a_country_in_an_afternoon')
    assert.deepEqual(
      PLUGIN_FAULT_CODES.filter((code) => !text.includes(`\`${code}\``)),
      []
    )
  })
})
