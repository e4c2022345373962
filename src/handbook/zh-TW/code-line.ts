import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'

export const codeLine: Write = (facts) => ({
  slug: 'code-line',
  title: '網站程式碼',
  lead: '這一行程式碼在您的頁面上做什麼，貼在哪裡，安全政策嚴格的頁面要放行什麼。',
  sections: [
    {
      id: 'line',
      title: '程式碼與位置',
      blocks: [
        '每個網站有自己的一行程式碼，在「設定 → 網站」可以直接複製。請貼進每一個頁面，最好放在 `</head>` 之前，每頁一次；重複的那一份不會有作用。',
        { code: samples.codeLine(facts) },
        '它和頁面同時載入，不會拖慢頁面。連不上客服伺服器時，您的頁面就像沒有這行程式碼一樣正常運作。'
      ]
    },
    {
      id: 'what-it-does',
      title: '它做了什麼',
      blocks: [
        {
          list: [
            '載入一個不到 12 KB 的指令碼，和客服伺服器建立一條連線。從這時起，您就能在訪客清單看到對方正在看哪一頁、之前看過哪些頁。',
            '在頁面右下角顯示圓形按鈕，上面有未讀數。它不受您的樣式影響，也不會更動您的樣式。',
            '訪客點開按鈕，才會載入對話視窗。視窗在獨立的框架裡，對話內容只在訪客和 Kefu 之間，頁面上的其他指令碼讀不到。',
            '不重新載入就切換頁面的網站（單頁應用程式）同樣能追蹤。沒人看的分頁五分鐘後休眠，再看時自動恢復。',
            '記錄頁面網址時會去掉 `#` 之後的部分，像密鑰的參數（`token`、`password`、`email` 等）在儲存之前就會隱去。'
          ]
        }
      ]
    },
    {
      id: 'language',
      title: '個別頁面使用另一種語言',
      blocks: [
        '按鈕和視窗預設使用網站設定的語言。其他語言的頁面用 `data-language` 指定：`zh-CN`、`zh-TW` 或 `en`；填寫別的語言時，會選最接近的一種。',
        { code: samples.inLanguage(facts) }
      ]
    },
    {
      id: 'origins',
      title: '哪些頁面能開啟客服',
      blocks: [
        '程式碼人人看得到，別人也可能貼到自己的頁面上。所以只有網站設定「允許的來源」列出的頁面才能使用。填寫網址時，Kefu 會自動加上帶 `www` 和不帶 `www` 的兩項。',
        {
          terms: [
            { name: '`https://shop.example`', says: '只有這個網址：通訊協定、網域、連接埠都要一致。' },
            { name: '`https://*.shop.example`', says: '`shop.example` 底下的所有子網域，不限層數，但不包括 `shop.example` 本身，它需要單獨一項。' },
            { name: '`http://localhost:3000`', says: '自己電腦上的頁面，僅供測試，用完請移除。' }
          ]
        },
        '其他來源一律拒絕，並出現在網站設定的「被拒絕的來源」，旁邊有「允許」按鈕。清單為空表示誰都不能用，而不是誰都能用。',
        '所有來源都在同一個主網域底下時，各個子網域認得同一位訪客，共用一個對話；否則每個網址各認各的訪客。'
      ]
    },
    {
      id: 'seen',
      title: '程式碼生效了嗎',
      blocks: [
        '「設定 → 網站」會顯示最近一次在什麼時間、哪個頁面偵測到程式碼。如果您已經開啟過頁面，卻仍顯示「尚未偵測到程式碼」，請依序檢查：',
        {
          steps: [
            '「被拒絕的來源」裡有沒有這個網址？有的話點選「允許」。',
            '頁面是 https，而 Kefu 是 http？瀏覽器會封鎖，請讓 Kefu 也使用 [https](running#https)。',
            '瀏覽器主控台（按 F12）有沒有提到 Content Security Policy？有的話要在頁面上[放行 Kefu](#csp)。',
            '網站有沒有用外掛合併或延後載入指令碼？請把這行程式碼排除在外，讓它原樣留在頁面裡。',
            '是不是用檢測工具看的？搜尋引擎、監控等機器人看不到客服，也不計入訪客。'
          ]
        }
      ]
    },
    {
      id: 'csp',
      title: '安全政策嚴格的頁面',
      blocks: [
        '頁面如果送出 Content-Security-Policy，只需為 Kefu 加三項，不需要 `unsafe-inline`，樣式和圖片也不必放行。',
        { code: samples.pagePolicy(facts) },
        '`connect-src` 的第二個網址是即時連線。沒有放行，或代理伺服器不支援時，會改用一般請求繼續對話，只是稍慢一點。'
      ]
    },
    {
      id: 'storage',
      title: '在瀏覽器裡儲存了什麼',
      blocks: [
        '撰寫隱私權政策時可以照此說明，`KEY` 代表網站編號。這些內容都不會交給第三方。',
        {
          terms: [
            { name: '`kefu:KEY`', also: '`localStorage`', says: '隨機的訪客識別碼，用來認出回訪的人。Kefu 伺服器只儲存它的摘要。' },
            {
              name: '`kefu_KEY`',
              also: '`cookie`',
              says: '同一個識別碼，供各個子網域共用；有效期 180 天，`SameSite=Lax`，https 頁面上帶 `Secure`。由指令碼寫入，Kefu 伺服器從不讀取；只有當所有允許的來源都在同一個主網域底下時才會寫入。'
            },
            { name: '`kefu:KEY:rang`', also: '`localStorage`', says: '上次響鈴的時間，免得五個分頁同時響。' },
            { name: '`kefu:KEY:quiet`', also: '`localStorage`', says: '訪客關閉了提示音。' },
            { name: '`kefu:KEY:open`', also: '`sessionStorage`', says: '對話視窗開著，換到下一頁時保持開啟。' }
          ]
        },
        '對話視窗會把還沒送出的訊息和草稿存放在 Kefu 自己的網址下，送出後清除。瀏覽器禁止儲存時，一切只放在記憶體裡：客服照樣能用，關掉頁面就結束。'
      ]
    },
    {
      id: 'fixed-version',
      title: '固定版本',
      blocks: [
        '要求鎖定每個指令碼的網站，可以使用檔名帶版本號、附檢查碼的寫法。以下是目前執行版本對應的程式碼：',
        { code: samples.pinned(facts) },
        {
          note: 'Kefu 更新後只要指令碼有變動，檔名就會改變，舊檔案隨即失效。鎖定版本的頁面要跟著更新；一般寫法則不必理會。'
        }
      ]
    },
    {
      id: 'not-there',
      title: '不該貼的地方',
      blocks: ['請不要貼進填寫信用卡號的頁面。支付卡產業的安全標準（PCI DSS）要求這類頁面只保留付款必需的指令碼，而客服不在其中。']
    },
    {
      id: 'link',
      title: '不貼程式碼也能用',
      blocks: [
        '對話視窗有自己的網址，可以放進電子郵件、官方帳號選單，或做成 QR Code 印在包裹上。開啟它的人，就等於在您的網站上和您對話。',
        { code: samples.windowAddress(facts) },
        '瀏覽器沒有啟用 JavaScript 時，那裡會顯示一張普通的留言表單。'
      ]
    }
  ]
})
