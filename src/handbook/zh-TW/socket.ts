import type { Write } from '../chapter.ts'
import { entries, helloAgain, hiToPage, hiToWindow, sent, shown } from '../frames.ts'
import * as samples from '../samples.ts'
import { codeTerms, heardTerms, sentTerms } from '../terms.ts'

export const socket: Write = (facts) => ({
  slug: 'socket',
  title: '訪客介面',
  lead: '寫給程式設計師：訪客與 Kefu 之間往來的全部內容，照此可以讓您自己的 App 與顧客對話。',
  sections: [
    {
      id: 'whom',
      title: '適合誰',
      blocks: [
        '網站用[一行程式碼](code-line)就夠了；App 裡用網頁檢視開啟[對話視窗的網址](code-line#link)，多數情況下也夠用。這一章寫給想自己繪製對話介面的人。',
        '每則文字訊息是一個小的 JSON 物件，稱為一個訊框，`t` 說明它是什麼。出現 Kefu 不認得的欄位，整個訊框會被拒絕。`at` 是 UTC 毫秒時間戳記；`c`、`key`、`page` 等編號是 22 個字元，取自 `A–Z a–z 0–9 _ -`。目前是第 1 版，只有舊程式可能誤讀時才會提高版本號。'
      ]
    },
    {
      id: 'connect',
      title: '建立連線',
      blocks: [
        { code: samples.openSocket(facts) },
        '有兩個標頭要注意。`Origin` 必須是網站允許的來源之一，或 Kefu 自己的網址，由 App 自行填寫。不帶 `Origin` 會傳回 403，除非在網站設定頁開啟「允許 App 連線」（預設關閉）。`User-Agent` 不能空白，也不能像機器人。',
        { code: samples.socketHeaders(facts) },
        '第一個訊框必須是 `hello`，五秒之內送出。聊天視窗寫 `as: "window"`。只顯示按鈕和未讀數的寫 `as: "page"`，之後只能送 `page`、`visible` 和 `ping`。',
        { code: shown(sent.hello) },
        'Kefu 以 `hi` 回應。裡面有 `token` 時，表示這是新訪客：請像密碼一樣保管，以後每次 `hello` 都帶上，而且絕對不要放進網址裡。',
        { code: shown(hiToWindow) }
      ]
    },
    {
      id: 'send',
      title: '您送出的訊框',
      blocks: [
        {
          terms: sentTerms({
            hello:
              '說明身分。`site` 是程式碼裡的網站編號，`token` 是之前得到的識別碼，`url` 和 `title` 是訪客正在看的頁面（客服看得到），`lang` 是想要的語言。`page`、`framed`、`visible` 供我們自己的指令碼使用。斷線重連請見[下文](#resume)。',
            page: '訪客換了一頁。',
            visible: 'App 進入背景，或回到前景。只有在前景的時間才計入停留。',
            say: '一則訊息：`text`，或 `file`（[上傳](#files)得到的編號），也可以兩個都有。`key` 是 16 到 64 個隨機字元，每則訊息換一個；沒收到確認之前，用同一個 `key` 重送。',
            leave: '沒人在線上（`reach` 為 `form`）時的留言。必須留下手機或電子郵件，以及網站要求的必填項目；缺什麼由 `nak` 的 `field` 指出。',
            typing: '輸入框裡還沒送出的內容。`watched` 為 true 時才送，每秒最多三次；只顯示，不儲存。',
            got: '對話 `c` 到這個 `seq` 為止都已收到。',
            read: '到這個 `seq` 為止都已顯示在螢幕上。',
            after: '詢問這一則之後的內容，每頁 50 則；收到回應之後再問下一頁。',
            before: '詢問這一則之前的內容，每頁 50 則。',
            file: '檔案網址過期後，索取新的網址。',
            ping: '詢問連線是否正常。每 25 秒一次，8 秒沒有收到 `pong` 就重新連線。'
          })
        }
      ]
    },
    {
      id: 'hear',
      title: '您收到的訊框',
      blocks: [
        {
          terms: [
            { name: '`hi`', says: '對 `hello` 的回應。視窗收到的請見上文，頁面收到的是：', example: shown(hiToPage) },
            ...heardTerms({
              ack: '訊息已寫入磁碟，是對話 `c` 的第 `seq` 則。到這時才可以把它從待送清單刪掉。',
              nak: '被拒絕。`code` 是原因，`text` 可以直接顯示給訪客；帶 `wait` 的可以在幾秒後重送。',
              entry: '對話裡多了一則，包括您自己送出的。',
              entries: '一頁歷史紀錄，是對 `after`、`before` 的回應。`more` 表示後面還有，`earlier` 表示前面還有。',
              state:
                '不是清單的內容：最新的對話（`waiting` 等候、`open` 進行中、`closed` 已結束）、由誰接待、客服收到和讀到哪裡、訪客自己讀到哪裡（`seen`），以及現在能不能對話：`chat` 或 `form`。',
              typing: '客服正在輸入，顯示五秒左右即可。',
              unread: '傳給頁面的：有幾則未讀，以及剛到的最新一則。',
              file: '您索取的網址，前面要加上 Kefu 的網址。五到十分鐘內有效，僅限這位訪客。',
              pong: '對 `ping` 的回應。',
              bye: 'Kefu 即將斷線。請在 `wait` 毫秒之後再來；原因是 `gone` 時不要再來。'
            })
          ]
        }
      ]
    },
    {
      id: 'entries',
      title: '項目與順序',
      blocks: [
        '對話是一串項目，用 `seq` 從 1 開始連續編號。`c` 加 `seq` 唯一確定一則：收到兩次就是同一則。對話依到來的先後排列，項目依 `seq` 排列，時間只用來顯示。編號缺了一個，就用 `after` 詢問。',
        { code: entries.map((entry) => shown(entry)).join('\n') },
        '客服頭像和檔案的網址以 `/` 開頭，前面要加上 Kefu 的網址。'
      ]
    },
    {
      id: 'resume',
      title: '斷線重連',
      blocks: [
        '重連時再送一次 `hello`，帶上 `token`、`hi` 裡的 `epoch`，以及您手上任意一則（最好是最新一則）的 `c` 和 `seq`。Kefu 只會傳來之後的內容和目前狀態。',
        { code: shown(helloAgain) },
        '`more` 表示後面還有，用 `after` 繼續取。`reset` 表示伺服器還原過備份，您手上的位置已經無效：請清空畫面，顯示新收到的內容。兩種情況下都要重送所有未確認的訊息，有 `key` 在，不會重複。',
        '不要放棄重連。每次隨機等待，上限依序是 1、2、4……30 秒；網路恢復或 App 開啟時立即嘗試。'
      ]
    },
    {
      id: 'refusals',
      title: '拒絕的原因',
      blocks: [
        {
          terms: codeTerms({
            bad_request: '看不懂這個訊框：不認得、不完整，或多了欄位。重送沒有用。',
            unknown_token: '框架內視窗的識別碼無效，請向頁面索取新的。',
            too_long: '超過 8,000 個字元。Kefu 不會擅自截斷。',
            empty: '既沒有文字也沒有檔案。',
            invalid: '留言表單有一項缺少或有誤，見 `field`。',
            cmid_reused: '這個 `key` 已經用於別的內容，每則訊息要用新的。',
            rate: '送得太快，請在 `wait` 秒後重送。',
            busy: '伺服器正忙，請在 `wait` 秒後重送。',
            storage_full: '伺服器磁碟已滿，請保留訊息，稍後重送。',
            missing: '沒有這個對話或檔案，或不屬於這位訪客。',
            fault: '我們的錯誤，已寫入紀錄。請在 `wait` 秒後重送。'
          })
        },
        '重送時，先送帶 `wait` 被拒絕的那一則：在它到達之前，這條連線上後面的訊息都會被拒絕（最多十秒），這樣次序才不會亂。'
      ]
    },
    {
      id: 'limits',
      title: '限額',
      blocks: [
        {
          list: [
            '每個訊框 64 KiB，每則訊息 8,000 個字元。',
            '每位訪客：一次最多連傳 20 則，之後每秒 10 則，每分鐘 60 則；未確認的最多 20 則。每分鐘 30 次換頁。',
            '同時：每位訪客 30 條連線，每個 IP 100 條。',
            '每條連線：每秒 60 個訊框，一次最多 200 個。第三次超出就會斷線。',
            '每個 IP：十分鐘內 60 位新訪客，每小時 3 則留言。'
          ]
        }
      ]
    },
    {
      id: 'closing',
      title: '連線關閉的代碼',
      blocks: [
        {
          terms: [
            { name: '`1000`', says: '在 `nak unknown_token` 之後。' },
            { name: '`1003`', says: '收到了二進位訊息，這裡只認文字。' },
            { name: '`1006`', says: '線路中斷，或您讀得太慢，積壓超過 256 KiB。請帶上位置重連。' },
            { name: '`1008`', says: '不提供服務：網站編號不存在、來源不被允許，或是機器人。不要再來。' },
            { name: '`1009`', says: '一個訊框超過 64 KiB。' },
            { name: '`1011`', says: '我們的錯誤，請重連。' },
            { name: '`1012`', says: 'Kefu 正在重新啟動，請依 `bye` 裡的 `wait` 等待後重連。' },
            { name: '`1013`', says: '同一位訪客的連線超過 30 條，這一條讓出了位置。請依 `bye` 裡的 `wait` 等待後重連。' },
            { name: '`4401`', says: '五秒之內沒有 `hello`，或先送了別的。' },
            { name: '`4429`', says: '送得太快，或這個 IP 的新訪客太多。一分鐘後再來，或依 `bye` 裡的 `wait` 等待。' }
          ]
        }
      ]
    },
    {
      id: 'http',
      title: '不能用 WebSocket 時',
      blocks: [
        '同樣的訊框可以放在清單裡透過 HTTP 往來。第一個請求裡是 `hello`，不帶 `X-Kefu-Link`；回應裡會給出連線編號，之後的請求都要帶上。一次最多 20 個訊框、128 KiB。',
        { code: samples.http(facts) },
        { code: samples.httpAnswer },
        '其間到來的內容用 `POST /v/wait` 取得，帶同樣的標頭：有內容就立即傳回，沒有則最多等 25 秒，然後再次請求。一分鐘沒人使用的連線會被忘記；傳回 404 時，請從 `hello` 重新開始。'
      ]
    },
    {
      id: 'files',
      title: '傳送檔案',
      blocks: [
        '連線開啟期間，把檔案的位元組直接作為請求本文送出，檔名做百分號編碼。最大 25 MiB，圖片最好先壓縮。',
        { code: samples.upload(facts) },
        { code: samples.uploadAnswer },
        '然後用 `say` 帶上它的 `id`。一個編號只能用於一則訊息；一小時內沒有訊息使用的檔案會被清除。失敗時的狀態碼：413 太大，415 不接受的類型，429 太頻繁，507 空間不足。'
      ]
    }
  ]
})
