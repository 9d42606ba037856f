import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { checkWorkflow } from '#core/workflow/check'
import type { WorkflowText } from '#core/workflow/definition'
import { drawWorkflow } from '#core/workflow/layout'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { PERMISSIONS } from '#platform/access/permissions'

const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const
const texts = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(`resources/lang/${language}/${file}.json`, 'utf8'))

for (const core of Object.values(CORE_WORKFLOWS)) {
  test.group(`Workflow of the core: ${core.subject}`, () => {
    test('is sound by its own rules', ({ assert }) => {
      assert.deepEqual(checkWorkflow(core, core, LANGUAGES), [])
    })

    test('every state, act and reason has its words in every language', ({ assert }) => {
      const titles = [...core.states, ...core.acts, ...core.acts.flatMap(({ reasons = [] }) => reasons)].map(
        ({ title }) => (title as { key: string }).key
      )
      for (const language of LANGUAGES)
        for (const key of titles) {
          const [file, name] = key.split('.') as [string, string]
          assert.isNotEmpty(texts(language, file)[name] ?? '', `${language} ${key}`)
        }
    })

    test('every state has its place in the drawing, and none stands on another', ({ assert }) => {
      const drawing = drawWorkflow(core)
      assert.lengthOf(drawing.states, core.states.length)
      assert.equal(new Set(drawing.states.map(({ column, row }) => `${column} ${row}`)).size, core.states.length)
      assert.isTrue(drawing.states.every(({ column, row }) => column < drawing.columns && row < drawing.rows))
    })
  })
}

test.group('Workflow of alerts', () => {
  test('asks for permissions of the catalogue only', ({ assert }) => {
    const asked = CORE_WORKFLOWS.alert.acts.flatMap(({ guard }) => [
      guard.permission,
      ...Object.values(guard.also ?? {}),
    ])
    const catalogue: readonly string[] = PERMISSIONS
    assert.deepEqual(
      asked.filter((permission) => permission !== null && !catalogue.includes(permission)),
      []
    )
  })

  test('a text that is missing, a key that is empty, words that are too long: told', ({ assert }) => {
    const { alert } = CORE_WORKFLOWS
    const titled = (title: WorkflowText) => ({
      ...alert,
      states: alert.states.map((state) => (state.code === 'claimed' ? { ...state, title } : state)),
    })
    for (const title of [
      { key: '' },
      { en: 'Held', fr: 'Tenue', es: 'Tomada' },
      { en: 'x'.repeat(81), fr: 'x', es: 'x', ar: 'x' },
    ] as WorkflowText[])
      assert.deepEqual(checkWorkflow(titled(title), alert, LANGUAGES), [{ code: 'text_missing', at: 'claimed' }])
    assert.deepEqual(
      checkWorkflow(titled({ en: 'Held', fr: 'Tenue', es: 'Tomada', ar: 'محجوز' }), alert, LANGUAGES),
      []
    )
  })
})
