import { isUtf8 } from 'node:buffer'
import { byteLimit, type EncodingProblem, type SourceFile } from '../core/source-file.ts'
import { firstInvalidByte } from './utf8.ts'

/** Bytes to a text, with what a text alone cannot show. `byteLength` is the file's, which may be more than was read. */
export function decode(path: string, bytes: Buffer, byteLength: number): SourceFile {
  const truncated = byteLength > byteLimit
  const kept = truncated ? wholeCharacters(bytes) : bytes
  return { path, text: kept.toString('utf8'), byteLength, truncated, encodingProblem: findEncodingProblem(kept) }
}

/** Cuts before a character that the limit splits: UTF-8 continuation bytes are 10xxxxxx. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) end = bytes.length - back
    if (byte < 0x80 || byte >= 0xc0) break
  }
  return bytes.subarray(0, end)
}

function findEncodingProblem(bytes: Buffer): EncodingProblem | undefined {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { kind: wide }
  if (isUtf8(bytes)) return undefined
  return { kind: 'invalid-utf8', byteOffset: firstInvalidByte(bytes) ?? 0 }
}

function wideEncoding(bytes: Buffer): 'utf-16' | 'utf-32' | undefined {
  const [a, b, c, d] = bytes
  const isLittle = a === 0xff && b === 0xfe
  if (isLittle && c === 0 && d === 0) return 'utf-32'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32'
  return isLittle || (a === 0xfe && b === 0xff) ? 'utf-16' : undefined
}
