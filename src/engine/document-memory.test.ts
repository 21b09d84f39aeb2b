import { describe, expect, it } from 'vitest'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { createMemory, keep, remembered } from './document-memory.ts'

const document = documentAs('claude-code', sourceOf('---\nname: a\n---\nText.\n'))
const { source, dialect } = document

describe('a document', () => {
  it('is remembered as long as its file is the same', () => {
    const memory = createMemory()
    expect(remembered(memory, source, dialect)).toBeUndefined()
    keep(memory, document)
    expect(remembered(memory, sourceOf(source.text), dialect)).toBe(document)
    expect(remembered(memory, sourceOf(`${source.text} `), dialect)).toBeUndefined()
    expect(remembered(memory, sourceOf(source.text, 'b.md'), dialect)).toBeUndefined()
    expect(remembered(memory, { ...source, byteLength: source.byteLength + 2 }, dialect)).toBeUndefined()
    expect(remembered(memory, source, { ...dialect })).toBeUndefined()
  })

  it('is forgotten without a memory', () => {
    keep(undefined, document)
    expect(remembered(undefined, source, dialect)).toBeUndefined()
  })
})
