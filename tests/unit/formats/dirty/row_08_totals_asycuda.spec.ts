import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

test.group('Row 8 | totals of manifests', () => {
  test('{element} of the header against what was found')
    .with([
      { element: 'Total_number_of_bols', filed: '2', wrong: '3', code: 'TOT-COUNT' },
      { element: 'Total_number_of_packages', filed: '60', wrong: '80', code: 'TOT-PACKAGES' },
      { element: 'Total_number_of_containers', filed: '1', wrong: '4', code: 'TOT-COUNT' },
      { element: 'Total_gross_mass', filed: '1500.5', wrong: '1700', code: 'TOT-WEIGHT' },
    ])
    .run(async ({ assert }, { element, filed, wrong, code }) => {
      const result = await plain(`<${element}>${filed}<`, `<${element}>${wrong}<`)
      assert.deepEqual(newCodes(result), [code])
      assert.isTrue(result.of(code)[0]?.at?.path?.endsWith(element))
      assert.equal(result.of(code)[0]?.params?.declared, Number(wrong))
    })

  test('containers of a bill against its goods', async ({ assert }) => {
    const weight = await plain('<Goods_weight>1000.5<', '<Goods_weight>2000<')
    assert.deepEqual(newCodes(weight), ['TOT-WEIGHT'])
    assert.equal(weight.of('TOT-WEIGHT')[0]?.consignment, 0)
    const packages = await plain('<Number_of_packages>40<', '<Number_of_packages>41<')
    assert.deepEqual(newCodes(packages), ['TOT-PACKAGES'])
    const count = await plain('<Num_of_ctn_for_this_bol>1<', '<Num_of_ctn_for_this_bol>2<')
    assert.deepEqual(newCodes(count), ['TOT-COUNT'])
  })

  test('a total rounded by the sender is the same total', async ({ assert }) => {
    assert.deepEqual(newCodes(await plain('<Total_gross_mass>1500.5<', '<Total_gross_mass>1500<')), [])
  })
})
