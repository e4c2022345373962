import type { Html } from '#jsx'
import type { Drawing as Name } from './goods.ts'

/** The shop's pictures are drawings: they are sharp at any size and need no file. The name beside them says what they show. */
export function Drawing({ name }: { name: Name }) {
  return (
    <svg class="art" viewBox="0 0 160 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {drawings[name]()}
    </svg>
  )
}

const drawings: Record<Name, () => Html> = {
  gaiwan: Gaiwan,
  teapot: Teapot,
  cup: Cup,
  pitcher: Pitcher,
  cake: Cake,
  tin: Tin,
  leaves: Leaves,
  box: Box,
  hills: Hills
}

function Gaiwan() {
  return (
    <>
      <rect width="160" height="120" class="a-sky" />
      <rect y="84" width="160" height="36" class="a-table" />
      <ellipse cx="80" cy="99" rx="46" ry="6.5" class="a-shade" />
      <path d="M40 92c10 9 70 9 80 0l-6 5c-12 6-56 6-68 0z" class="a-c3" />
      <path d="M45 52h70c0 22-10 40-26 43H71C55 92 45 74 45 52z" class="a-c1" />
      <path d="M89 95c16-3 26-21 26-43h-10c0 20-6 37-19 43z" class="a-c2" />
      <path d="M48 50c4-13 18-19 32-19s28 6 32 19z" class="a-c1" />
      <path d="M98 34c8 3 12 9 14 16h-9c-1-7-3-12-5-16z" class="a-c2" />
      <ellipse cx="80" cy="51" rx="37" ry="4" class="a-c3" />
      <path d="M74 31v-4.5a6 3 0 0 1 12 0V31z" class="a-c2" />
      <path d="M58 60l6 9-4 10 9 6M64 69l11 2 5 11M96 58l-7 9 5 9-6 8M89 67l-14 4" class="a-crack" />
    </>
  )
}

function Teapot() {
  return (
    <>
      <rect width="160" height="120" class="a-wall" />
      <rect y="86" width="160" height="34" class="a-table" />
      <ellipse cx="78" cy="99" rx="44" ry="6" class="a-shade" />
      <path d="M113 62c14-4 24 2 22 13s-14 14-24 11" class="a-clayline" />
      <path d="M46 70C34 68 30 58 22 50l-6 4c8 12 16 28 32 31z" class="a-clay" />
      <path d="M44 70c0-16 15-26 35-26s36 10 36 26c0 15-10 27-20 29H64c-11-2-20-14-20-29z" class="a-clay" />
      <path d="M95 99c10-2 20-14 20-29 0-12-9-20-21-24 12 16 10 40-6 53z" class="a-clay2" />
      <path d="M60 45c3-6 10-9 19-9s17 3 20 9z" class="a-clay2" />
      <circle cx="79.5" cy="33" r="4.5" class="a-clay" />
    </>
  )
}

function Cup() {
  return (
    <>
      <rect width="160" height="120" class="a-sand" />
      <rect y="80" width="160" height="40" class="a-table" />
      <ellipse cx="82" cy="97" rx="36" ry="5.5" class="a-shade" />
      <path d="M48 52h64c0 22-9 38-22 43H70C57 90 48 74 48 52z" class="a-white" />
      <path d="M90 95c13-5 22-21 22-43h-9c0 20-6 36-17 43z" class="a-white2" />
      <ellipse cx="80" cy="52" rx="32" ry="7" class="a-white2" />
      <ellipse cx="80" cy="53" rx="27" ry="5" class="a-broth" />
      <path d="M72 40c-4-5 4-8 0-14M86 40c-4-5 4-8 0-14" class="a-steam" />
    </>
  )
}

function Pitcher() {
  return (
    <>
      <rect width="160" height="120" class="a-sky" />
      <rect y="86" width="160" height="34" class="a-table" />
      <ellipse cx="80" cy="101" rx="32" ry="5" class="a-shade" />
      <path d="M106 50c16-2 22 8 18 20s-12 14-20 13" class="a-glassline" />
      <path d="M52 40l-6-7h62l-4 7 4 46c0 9-6 13-14 13H64c-8 0-14-4-14-13z" class="a-glass" />
      <path d="M51 62h56l1 24c0 9-6 13-14 13H64c-8 0-14-4-14-13z" class="a-broth" />
      <path d="M60 44l-2 44" class="a-shine" />
    </>
  )
}

function Cake() {
  return (
    <>
      <rect width="160" height="120" class="a-wall" />
      <circle cx="82" cy="64" r="41" class="a-shade" />
      <circle cx="80" cy="60" r="41" class="a-wrap" />
      <circle cx="80" cy="60" r="30" class="a-tea" />
      <path d="M62 52l8 4M72 70l10-5M88 48l9 6M66 64l6 8M84 76l9-3M94 66l6-7M78 54l7 3M70 44l8 3" class="a-leafs" />
      <circle cx="80" cy="60" r="4" class="a-tea2" />
    </>
  )
}

function Tin() {
  return (
    <>
      <rect width="160" height="120" class="a-sand" />
      <rect y="92" width="160" height="28" class="a-table" />
      <ellipse cx="80" cy="103" rx="36" ry="5" class="a-shade" />
      <rect x="52" y="38" width="56" height="65" rx="3" class="a-jade" />
      <rect x="94" y="38" width="14" height="65" rx="3" class="a-jade2" />
      <rect x="50" y="26" width="60" height="15" rx="3" class="a-jade2" />
      <rect x="62" y="52" width="30" height="38" rx="1.5" class="a-label" />
      <path d="M70 60h14M70 66h14M77 72v12" class="a-labelink" />
    </>
  )
}

function Leaves() {
  return (
    <>
      <rect width="160" height="120" class="a-wall" />
      <ellipse cx="82" cy="74" rx="54" ry="22" class="a-shade" />
      <ellipse cx="80" cy="68" rx="54" ry="24" class="a-white" />
      <ellipse cx="80" cy="66" rx="44" ry="17" class="a-white2" />
      <path d="M52 66l14-5M60 72l15-3M72 60l13 5M80 70l14-5M90 58l12 5M98 68l12-3M66 57l10-3M84 76l12 1M58 61l8-6M100 73l9 3" class="a-twigs" />
    </>
  )
}

function Box() {
  return (
    <>
      <rect width="160" height="120" class="a-sky" />
      <rect y="88" width="160" height="32" class="a-table" />
      <ellipse cx="80" cy="103" rx="54" ry="5" class="a-shade" />
      <rect x="28" y="40" width="104" height="62" rx="2" class="a-box" />
      <rect x="34" y="46" width="92" height="50" rx="1" class="a-boxin" />
      <circle cx="58" cy="71" r="15" class="a-c1" />
      <circle cx="58" cy="71" r="11" class="a-c3" />
      <rect x="82" y="54" width="36" height="34" rx="2" class="a-jade" />
      <rect x="90" y="62" width="20" height="18" rx="1" class="a-label" />
    </>
  )
}

function Hills() {
  return (
    <>
      <rect width="160" height="120" class="a-sky" />
      <circle cx="116" cy="34" r="11" class="a-sun" />
      <path d="M0 74c22-20 40-30 58-18s30 2 52-10 36 4 50 16v58H0z" class="a-h1" />
      <path d="M0 92c30-18 52-18 76-6s52 2 84-12v46H0z" class="a-h2" />
      <path d="M0 106c40-14 80-10 160-2v16H0z" class="a-h3" />
    </>
  )
}
