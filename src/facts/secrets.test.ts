import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileSchema } from '../data/schema.ts'
import { credentialData } from './built-in-data.ts'
import { findSecrets, withoutSecrets } from './secrets.ts'

const { credentials } = credentialData()

/** Characters of a class, in an order that is no pattern and the same in every run. */
function noise(characters: string, length: number): string {
  const one = new RegExp(`[${characters}]`)
  const all = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((char) => one.test(char))
  let state = 7
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return all[(state >> 8) % all.length]
  }).join('')
}

it('has data that satisfies its schema', () => {
  const schema = new URL('../../schemas/credentials.schema.json', import.meta.url)
  const isValid = compileSchema(JSON.parse(readFileSync(schema, 'utf8')))
  isValid(credentialData())
  expect(isValid.errors ?? []).toEqual([])
  expect(new Set(credentials.map(({ prefix }) => prefix)).size).toBe(credentials.length)
})

describe.each(credentials)('a $what of $provider', ({ prefix, characters, length, provider }) => {
  const [least = 0, most = 0] = length
  const secret = prefix + noise(characters, least)

  it('is found wherever a word may start, and nothing but its prefix is shown', () => {
    for (const text of [secret, `export KEY=${secret}`, `"Authorization: Bearer ${secret}".`, `say \`${secret}\`\n`]) {
      const [found, ...others] = findSecrets(text)
      expect([found?.provider, found?.span, others]).toEqual([provider, spanOf(text, secret), []])
      expect(withoutSecrets(text)).toBe(text.replace(secret, `${prefix}…`))
    }
  })

  it('is none where it is too short, too long, or in the middle of a word', () => {
    expect(findSecrets(secret.slice(0, -1))).toEqual([])
    expect(findSecrets(prefix + noise(characters, most + 1))).toEqual([])
    expect(findSecrets(`a${secret}`)).toEqual([])
  })
})

function spanOf(text: string, part: string): { start: number; end: number } {
  const start = text.indexOf(part)
  return { start, end: start + part.length }
}

describe('what documentation shows', () => {
  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'sk-...',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'ghp_1234567890abcdef1234567890abcdef1234',
    'sk-ant-api03-your-key-here-your-key-here-your-key-here',
    'hf_aAaAbBbBaAaAbBbBaAaAbBbBaAaAbBbBaA',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ...\n-----END PRIVATE KEY-----',
    `-----BEGIN RSA PRIVATE KEY-----\n${'x'.repeat(400)}\n-----END RSA PRIVATE KEY-----`,
  ])('is no secret: %s', (text) => {
    expect(findSecrets(text)).toEqual([])
  })
})

it('ends soon on a line of a million of anything', () => {
  const units = [
    'ghp_',
    'xoxb-',
    'a',
    '.',
    'glpat-x.',
    `glpat-${noise('A-Za-z0-9', 25)}.`,
    '-----BEGIN PRIVATE KEY-----',
    'sk-ant-sk-proj-',
  ]
  for (const unit of units) {
    const text = unit.repeat(1_000_000 / unit.length)
    const start = performance.now()
    expect(findSecrets(text).length).toBeLessThanOrEqual(50)
    expect(performance.now() - start, unit).toBeLessThan(1_000)
  }
})
