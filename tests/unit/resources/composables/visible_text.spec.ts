import { test } from '@japa/runner'
import { visibleText } from '../../../../resources/composables/visible_text.js'

test.group('visibleText', () => {
  test('shows control and direction characters, keeps everything else', ({ assert }) => {
    assert.equal(visibleText('a\u0000b\u202Ec\u2066d\u0085'), 'a␀b[U+202E]c[U+2066]d[U+0085]')
    assert.equal(visibleText('Línea 1\nمؤسسة\t<b>'), 'Línea 1\nمؤسسة\t<b>')
  })
})
