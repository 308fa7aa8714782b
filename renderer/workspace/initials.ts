/** Up to two letters that stand for a name: “Lin Wei” LW, “李阿姨” 李. */
export function initials(name: string): string {
  const words = name.split(/[\s.\-_·]+/u).filter(Boolean)
  const first = [...(words[0] ?? '?')][0]!
  if (/\p{Script=Han}/u.test(first)) return first
  const last = words.length > 1 ? [...words.at(-1)!][0]! : ''
  return (first + last).toLocaleUpperCase()
}
