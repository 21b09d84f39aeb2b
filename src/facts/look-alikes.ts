import lookAlikes from '../../schemas/vocabulary/look-alikes.json'

let latin: ReadonlyMap<string, string> | undefined

/**
 * What a name looks like, whatever it is made of: in one Unicode form, in small letters, with look-alikes of other scripts
 * as the Latin letters that they are drawn like, and without characters that nobody sees.
 */
export function looksOf(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  // Most names are done here.
  if (!/[^ -~]/.test(plain)) return plain
  latin ??= new Map(
    Object.entries(lookAlikes.letters).flatMap(([letter, likes]) => [...likes].map((like) => [like, letter])),
  )
  return [...plain.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')]
    .map((char) => latin?.get(char) ?? char)
    .join('')
}
