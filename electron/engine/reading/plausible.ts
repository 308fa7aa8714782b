/**
 * How much a decoded text looks like something that people wrote. A wrong multi-byte encoding turns common Chinese, Japanese or Korean
 * into rare characters, private-use ones and mixtures of scripts; a wrong single-byte one puts symbols and capitals inside words.
 */

/** The characters that make up about half of running Chinese text, in both scripts. */
const commonHan = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体美相见被利二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员水名真真论处走义各入几口认条平系气题活打女变四神何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治马科司五眼书非则听白却界达光放强像难且权思完设式色路记品住告类求据程北边死张该交规万取拉格望觉术共确传师观清今切院让识候带导争运找吧呢啊吗谁哪啦嘛喔' +
    '這個們來為國說時會對過發後裡裏種經麼學現當沒動還進樣開從實無與長機關點業將兩間問應頭體見產話給門東聲員論處義幾認條氣題變電數報結務場計資統區隊決馬書則聽達強難權設記類據邊張該規萬覺術確傳師觀讓識帶導爭運誰嗎' +
    '访谈受采居谁社区服务老师先生女士阿姨伯叔爷奶妈爸孩钱房租医院校村镇街訪談採居服務師媽錢醫',
)
const commonHangul = new Set('이다는을를의에가고하지기도로사인한나해서그은들어있것수자시보대리일정라아스주전제만부여러게면니오안우')
const typographic = new Set('‘’“”–—…•·«»„‚§©®°№¿¡€£')

const strange = /[\ufffd\p{Co}\p{Cn}\u0080-\u009f]/u
const kana = /[\u3041-\u30ff]/
const halfWidthKana = /[\uff61-\uff9f]/
const hangul = /[\uac00-\ud7a3]/
const hanBasic = /[\u4e00-\u9fa5]/
const han = /\p{Script=Han}/u
const wide = /[\u3000-\u303f\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]/
const latin = /\p{Script=Latin}/u
const letter = /\p{L}/u

/** Between -5 and 1, the mean over what is not ASCII; 0 for plain ASCII. `wideBytes`: the encoding takes two bytes for a Chinese character. */
export function plausibility(text: string, wideBytes: boolean): number {
  let sum = 0
  let counted = 0
  const characters = Array.from(text)
  characters.forEach((character, i) => {
    if (character < '\u0080') return
    counted++
    sum += wideBytes ? wideScore(character) : narrowScore(character, characters[i - 1] ?? '', characters[i + 1] ?? '')
  })
  return counted === 0 ? 0 : sum / counted
}

const wideScores = new Map<string, number>()

function wideScore(character: string): number {
  const known = wideScores.get(character)
  if (known !== undefined) return known
  const score = judgeWide(character)
  wideScores.set(character, score)
  return score
}

function judgeWide(character: string): number {
  if (strange.test(character)) return -5
  if (commonHan.has(character) || commonHangul.has(character) || kana.test(character)) return 1
  if (wide.test(character)) return 0.8
  if (hanBasic.test(character)) return 0.15
  if (hangul.test(character)) return 0.3
  if (halfWidthKana.test(character)) return -0.6
  if (han.test(character)) return -0.8
  return letter.test(character) ? -0.3 : -0.2
}

/** A letter in a word of its own script, in its case, is what people write; a capital or a symbol inside a small word is not. */
function narrowScore(character: string, before: string, after: string): number {
  if (strange.test(character)) return -5
  if (typographic.has(character)) return letter.test(before) && letter.test(after) && character !== '’' && character !== '·' ? -0.5 : 0.6
  if (!letter.test(character)) return -0.6
  const neighbours = [before, after].filter((neighbour) => letter.test(neighbour))
  if (neighbours.length === 0) return -0.2
  const isLatin = latin.test(character)
  if (neighbours.some((neighbour) => latin.test(neighbour) !== isLatin)) return -1
  // Latin text has an accent here and there; words that are made of nothing else come from another alphabet.
  if (isLatin && neighbours.every((neighbour) => neighbour >= '\u0080')) return -0.6
  if (character !== character.toLowerCase() && letter.test(before)) return isSmall(before) ? -1 : 0.2
  return 0.7
}

function isSmall(character: string): boolean {
  return letter.test(character) && character === character.toLowerCase() && character !== character.toUpperCase()
}
