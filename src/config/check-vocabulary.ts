import { clip, quote } from '../core/message.ts'
import { entryOf, type MapValue, type Value } from '../core/value.ts'
import type { Mistake } from './mistake.ts'
import { entriesBelow } from './to-config.ts'

/** Every word is looked for in every heading, so there are few, and each is one that a heading may hold. */
const limits = { phrases: 200, characters: 60, words: 6 }

/** What is wrong with the words of `vocabulary.contexts`. */
export function checkVocabulary(root: MapValue): Mistake[] {
  const contexts = entryOf(entriesBelow(root, 'vocabulary'), 'contexts')?.value
  if (contexts?.kind !== 'map') return []
  const seen = new Map<string, string>()
  const phrases = contexts.entries.flatMap(({ key, value }) =>
    value.kind === 'list' ? value.items.map((item) => ({ key, item })) : [],
  )
  const mistakes = phrases.slice(0, limits.phrases).flatMap(({ key, item }) => checkPhrase(key, item, seen))
  const [over] = phrases.slice(limits.phrases)
  if (over !== undefined) mistakes.push({ span: over.item.span, message: tooMany, help: undefined })
  return mistakes
}

const tooMany = `there are more than ${limits.phrases} words`

function checkPhrase(key: string, item: Value, seen: Map<string, string>): Mistake[] {
  if (item.kind !== 'scalar' || typeof item.value !== 'string') return []
  const wrong = troubleWith(item.value) ?? twice(item.value, key, seen)
  return wrong === undefined
    ? []
    : [{ span: item.span, message: `${quote(clip(item.value, 80))} ${wrong}`, help: undefined }]
}

function troubleWith(phrase: string): string | undefined {
  if (phrase.length > limits.characters) return `is longer than ${limits.characters} characters`
  if (!/^[\p{L}\p{M}\p{N}'’ -]*$/u.test(phrase)) return 'may hold only letters, digits, blanks, hyphens and apostrophes'
  if (!/^\p{L}/u.test(phrase) || phrase !== phrase.trim()) return 'must start with a letter and end without a blank'
  if (/ {2}/.test(phrase)) return 'has two blanks side by side'
  if (phrase.length < 2) return 'is too short to mean one thing'
  return phrase.split(' ').length > limits.words ? `has more than ${limits.words} words` : undefined
}

/** One phrase that means two things would mean the first. */
function twice(phrase: string, key: string, seen: Map<string, string>): string | undefined {
  const before = seen.get(phrase.toLowerCase())
  seen.set(phrase.toLowerCase(), key)
  return before === undefined ? undefined : `stands under \`${before}\` already`
}
