import { describe, expect, it } from 'vitest'
import { noParsers } from '../document/parse-document.ts'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { type DocumentMemory, keep, loadedParsers, remembered } from './document-memory.ts'

const document = documentAs('claude-code', sourceOf('---\nname: a\n---\nText.\n'))
const { source, dialect } = document
const read = (...documents: (typeof document)[]) => ({ documents, parsers: noParsers })

describe('a document', () => {
  it('is remembered as long as its file is the same', () => {
    const memory: DocumentMemory = new WeakMap()
    expect(remembered(memory, source, dialect)).toBeUndefined()
    keep(memory, dialect, read(document))
    expect(remembered(memory, sourceOf(source.text), dialect)).toBe(document)
    expect(remembered(memory, sourceOf(`${source.text} `), dialect)).toBeUndefined()
    expect(remembered(memory, sourceOf(source.text, 'b.md'), dialect)).toBeUndefined()
    expect(remembered(memory, { ...source, byteLength: source.byteLength + 2 }, dialect)).toBeUndefined()
    expect(remembered(memory, source, { ...dialect })).toBeUndefined()
  })

  it('is remembered when its file is as it was before, and forgotten after three others', () => {
    const memory: DocumentMemory = new WeakMap()
    const changed = [1, 2, 3].map((n) => documentAs('claude-code', sourceOf(`---\nname: a${n}\n---\nText.\n`)))
    keep(memory, dialect, read(document))
    for (const one of changed.slice(0, 2)) keep(memory, dialect, read({ ...one, dialect }))
    expect(remembered(memory, source, dialect)).toBe(document)
    for (const one of changed.slice(2)) keep(memory, dialect, read({ ...one, dialect }))
    expect(remembered(memory, source, dialect)).toBeUndefined()
  })

  it('is forgotten without a memory', () => {
    keep(undefined, dialect, read(document))
    expect(remembered(undefined, source, dialect)).toBeUndefined()
    expect(loadedParsers(undefined, dialect)).toBeUndefined()
  })
})
