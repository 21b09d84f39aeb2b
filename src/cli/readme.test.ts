import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8')

/** The console block of the README that starts like this. */
function shown(start: string): string {
  const from = readme.indexOf(`\`\`\`console\n${start}`)
  const first = from + '```console\n'.length
  return from < 0 ? '' : readme.slice(first, readme.indexOf('```', first))
}

const printed = (files: Readonly<Record<string, string>>): string => runBuilt([], { cwd: folderWith(files) }).stdout

const agent = (name: string, ...lines: readonly string[]): string =>
  `---\nname: ${name}\n${lines.join('\n')}\n---\n\nYou work on the ${name}.\n`

const owner = (name: string, description: string, claim: string): string =>
  `---\nname: ${name}\ndescription: ${description}\n---\n\n## What you own\n\n- ${claim}\n`

describe('the README shows what is printed', () => {
  it('for two agents with mistakes in them', () => {
    const api = agent(
      'api',
      'description: Use for endpoints: routes, handlers and their tests',
      'tools: Read, Edit, MultiEdit, grep',
    )
    const docs = agent('docs', 'description: Use to write the pages of the manual', 'tools: [bash, write]')
    expect(printed({ '.claude/agents/api.md': api, '.claude/agents/docs.md': docs })).toBe(
      shown('warning  invalid-yaml'),
    )
  })

  it('for two owners of one folder', () => {
    const shop = owner('shop', 'Use for everything that the customer sees', '`apps/shop/**`: everything in the shop')
    const checkout = owner('checkout', 'Use for carts and payment', '`apps/shop/checkout/`: payment')
    const out = printed({ '.claude/agents/shop.md': shop, '.claude/agents/checkout.md': checkout })
    expect(shown('warning  overlapping-ownership')).not.toBe('')
    expect(out.startsWith(shown('warning  overlapping-ownership'))).toBe(true)
  })
})
