import { test } from '@japa/runner'
import { deviceName } from '#platform/identity/device_name'

test.group('Device name', () => {
  test('names browser and system, not what they descend from: {$i}')
    .with([
      ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
      [
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0',
        'Edge · Windows',
      ],
      [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
        'Safari · iOS',
      ],
      ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36', 'Chrome · Android'],
      ['a tool of our own', 'a tool of our own'],
      [null, null],
    ] as const)
    .run(({ assert }, [agent, name]) => {
      assert.equal(deviceName(agent), name)
    })
})
