import { test } from '@japa/runner'
import { faultOfPassword } from '#platform/identity/password_policy'
import { fellBack } from '#platform/identity/counter'

const OWN = ['JM', 'Jamaica Customs Agency', 'Renée Silvera', 'r.silvera@example.test']

test.group('Password policy', () => {
  test('refuses what is tried first, and says why: {0}')
    .with([
      ['', 'short'],
      ['elevenchars', 'short'],
      ['x1'.repeat(65), 'long'],
      ['passwordpassword', 'common'],
      ['P@ssw0rd2026!!', 'common'],
      ['qwertyuiop123', 'common'],
      ['123456789012', 'common'],
      ['000000000000', 'common'],
      ['aaaaaaaaaaaaaa', 'common'],
      ['abcdefghijklmnop', 'common'],
      ['Welcome-Summer-2026', 'common'],
      ['Landfall-Customs-1', 'own_words'],
      ['JamaicaCustoms2026', 'own_words'],
      ['silvera.renee.12', 'own_words'],
      ['container port 99', 'own_words'],
    ] as const)
    .run(({ assert }, [password, fault]) => {
      assert.equal(faultOfPassword(password, OWN), fault)
    })

  test('a name with figures in it is known without them: {$self}')
    .with(['Test T12XB34QZE port', 'T12XB34QZE-test-99', 'test TXBQZE port 77'])
    .run(({ assert }, password) => {
      assert.equal(faultOfPassword(password, ['Test T12XB34QZE']), 'own_words')
    })

  test('takes any characters, spaces and scripts: {$self}')
    .with([
      'seven quiet herons wait',
      ' spaces at the ends too ',
      'كلمة سر طويلة جدا هنا',
      '码头上的四只安静白鹭飞过',
      '🐟🦀🐙🦑🐚🪸🐠🐡🦈🐬🐳🐋',
      'zK4#pV9!mQ2xT7',
      '5839201746582910',
      'x'.repeat(5) + 'quiet herons wait here '.repeat(5),
    ])
    .run(({ assert }, password) => {
      assert.isNull(faultOfPassword(password, OWN))
    })

  test('a passkey counter goes forward or does not exist', ({ assert }) => {
    assert.isFalse(fellBack(0, 0))
    assert.isFalse(fellBack(4, 5))
    assert.isTrue(fellBack(5, 5))
    assert.isTrue(fellBack(5, 0))
  })
})
