import { h, set } from '../dom.ts'

/** Groups by what people use them for; the first sign of a group is its tab. */
const groups: [name: 'faces' | 'hands' | 'hearts' | 'nature' | 'food' | 'things', signs: string][] = [
  [
    'faces',
    '😀 😃 😄 😁 😆 😅 😂 🤣 😊 😇 🙂 🙃 😉 😌 😍 🥰 😘 😗 😙 😚 😋 😛 😝 😜 🤪 🤨 🧐 🤓 😎 🤩 🥳 😏 😒 😞 😔 😟 😕 🙁 😣 😖 😫 😩 🥺 😢 😭 😤 😠 😡 🤬 🤯 😳 🥵 🥶 😱 😨 😰 😥 😓 🤗 🤔 🤭 🤫 🤥 😶 😐 😑 😬 🙄 😯 😦 😮 😲 🥱 😴 🤤 😪 😵 🤐 🥴 🤢 🤧 😷 🤒 🤕 🤠 😈 👻 💀 🤖 🎃 😺 😹 😻 😿'
  ],
  ['hands', '👍 👎 👌 ✌️ 🤞 🤟 🤙 👈 👉 👆 👇 ☝️ ✋ 🤚 🖐️ 👋 👏 🙌 🤝 🙏 💪 ✍️ 💅 👀 🙋 🙆 🙅 🙇 🤦 🤷 💁 🏃 💃 👨‍👩‍👧 👶 👩 👨 👵 👴'],
  ['hearts', '❤️ 🧡 💛 💚 💙 💜 🖤 🤍 🤎 💔 ❣️ 💕 💞 💓 💗 💖 💘 💝 💯 💢 💥 💫 💦 💤 ✨ ⭐ 🌟 🔥 🎉 🎊 🎁 🎈 🏆 🥇 ✅ ❌ ❓ ❗ ⚠️ 🚫'],
  ['nature', '🐶 🐱 🐭 🐹 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🐦 🐤 🦆 🦉 🐝 🦋 🐢 🐟 🐬 🐳 🌸 🌹 🌺 🌻 🌷 🌱 🌿 🍀 🍁 🍃 🌵 🌲 ☀️ 🌤️ ☁️ 🌧️ ⛈️ ❄️ 🌈 🌙'],
  ['food', '🍵 ☕ 🧋 🥛 🍺 🍷 🥂 🍎 🍊 🍋 🍌 🍉 🍇 🍓 🍑 🍒 🥭 🍍 🥝 🍅 🥑 🌽 🥕 🍞 🥐 🧀 🍳 🥓 🍔 🍟 🍕 🌭 🥪 🌮 🍜 🍝 🍚 🍣 🥟 🍤 🍙 🍦 🍰 🎂 🍫 🍬 🍪'],
  ['things', '📱 💻 ⌚ 📷 🎧 🔋 💡 🔧 🔨 📦 🚚 ✈️ 🚗 🚲 🏠 🏪 🏥 🏦 💰 💳 🧾 📝 📄 📅 📌 📎 ✂️ 🔑 🔒 🔔 🔍 ⏰ ⏳ 📞 📧 🛒 👗 👕 👟 👜 🎒 💄 💍 🧸 🪑 🛏️ 🛁 🎵']
]

const perRow = 8

/** The emoji over the line one writes in: arrows move, Enter chooses, Escape closes. */
export function emojiPicker({ pick, close, words }: { pick(sign: string): void; close(): void; words: Record<string, string> }): HTMLElement {
  const grid = h('div', { class: 'kf-emoji-grid', role: 'group' })
  const tabs = groups.map(([name, signs]) =>
    h('button', { type: 'button', 'aria-label': words[name] || name, title: words[name] || name, onclick: () => show(name) }, first(signs))
  )
  const element = h(
    'div',
    { class: 'kf-emoji', role: 'dialog', 'aria-label': words.title || '', onkeydown: keys },
    grid,
    h('div', { class: 'kf-emoji-tabs' }, ...tabs)
  )
  show('faces')

  function show(wanted: string): void {
    groups.forEach(([name, signs], i) => {
      set(tabs[i] as Element, { 'aria-pressed': String(name === wanted) })
      if (name !== wanted) return
      set(grid, { 'aria-label': words[name] || name })
      grid.textContent = ''
      signs.split(' ').forEach((sign, n) => {
        grid.append(h('button', { type: 'button', tabindex: n === 0 ? 0 : -1, onclick: () => pick(sign) }, sign))
      })
      grid.scrollTop = 0
    })
  }

  function keys(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[event.key]
    const at = Array.from(grid.children).indexOf(document.activeElement as Element)
    const next = step === undefined || at < 0 ? null : (grid.children[at + step] as HTMLElement | undefined)
    if (!next) return
    event.preventDefault()
    set(document.activeElement as Element, { tabindex: -1 })
    set(next, { tabindex: 0 })
    next.focus()
  }

  return element
}

function first(signs: string): string {
  return signs.split(' ')[0] || ''
}
