import { afterAll, describe, expect, it } from 'vitest'
import { rules } from '../composition.ts'
import { corpusFolder } from './run-built.ts'
import { seeds, unseeded } from './seeded/all-seeds.ts'
import { type Mutation, mutationsOf } from './seeded/mutate.ts'

if (corpusFolder === undefined)
  console.log('defects are put into files of ours only, because AGENT_LINT_CORPUS is not set')

/** How many real files get the defect of a rule. */
const perRule = 10

/** Of all of them together. */
const leastFound = 0.97

const ids = [...new Set(seeds.map(({ rule }) => rule))]

describe('defects that are put into files of others', () => {
  const all: Mutation[] = []
  afterAll(() => {
    for (const { rule, sources, found } of all.filter(({ isFound }) => !isFound))
      console.log(`missed: ${rule} in ${sources.join(', ')}; found instead: ${JSON.stringify(found)}`)
  })

  it('are of every rule but those that have a reason', () => {
    expect([...ids, ...Object.keys(unseeded)].toSorted()).toEqual(rules.map(({ meta }) => meta.id).toSorted())
  })

  it.each(ids)('%s', async (id) => {
    const own = seeds.filter(({ rule }) => rule === id)
    const shift = ids.indexOf(id)
    const made = (await Promise.all(own.map((seed) => mutationsOf(seed, perRule / own.length, shift)))).flat()
    all.push(...made)
    expect(made.length).toBeGreaterThanOrEqual(corpusFolder === undefined ? 1 : perRule)
    // One may be hidden by something in its file; a rule that misses more does not know its defect.
    expect(made.filter(({ isFound }) => !isFound).length).toBeLessThanOrEqual(1)
  })

  it('are found where they are', () => {
    const found = all.filter(({ isFound }) => isFound).length
    console.log(`${found} of ${all.length} defects found at their places`)
    expect(found / all.length).toBeGreaterThanOrEqual(leastFound)
  })
})
