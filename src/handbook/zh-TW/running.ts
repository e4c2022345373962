import { exits } from '#src/platform/exit.ts'
import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'
import { optionTerms } from '../terms.ts'

export const running: Write = ({ options }) => ({
  slug: 'running',
  title: '部署與維運',
  lead: '寫給照顧伺服器的人：啟動選項、檔案、備份、https，以及無法啟動時怎麼辦。',
  sections: [
    {
      id: 'needs',
      title: '需要什麼',
      blocks: [
        '一台 1 GB 記憶體的小型 Linux 伺服器足夠一家店使用。所有東西都在一個執行檔裡，沒有網路也能啟動，不會擅自連線到任何外部服務。從原始碼產生它只要一個指令，適用於目前這種機器：',
        { code: samples.build },
        '結果是 `dist/kefu`，複製到哪裡都能用，不必再安裝別的。'
      ]
    },
    {
      id: 'commands',
      title: '指令',
      blocks: [
        {
          terms: [
            { name: '`kefu serve`', says: '提供服務。沒有寫指令時就是它。' },
            { name: '`kefu setup`', says: '不用瀏覽器，建立擁有者和第一個網站。' },
            { name: '`kefu demo`', says: '在空資料夾裡布置一家逼真的示範商店，啟動並顯示登入帳號。' },
            { name: '`kefu reset-password`', says: '為擁有者設定新密碼，加上 `--email` 則是其他成員。需要先停止 Kefu。' },
            { name: '`kefu doctor`', says: '檢查資料夾、資料檔、機器和網路，並告訴您怎麼處理。有妨礙執行的問題時結束代碼為 1。' },
            { name: '`kefu backup FILE`', says: '把全部資料寫進一個檔案，執行中也可以。' },
            { name: '`kefu version`', says: '顯示程式版本。' }
          ]
        },
        '`kefu 指令 --help` 會列出該指令的選項。'
      ]
    },
    {
      id: 'options',
      title: '啟動選項',
      blocks: [
        '每個選項都可以寫在命令列上，也可以寫成環境變數；兩處都有時以命令列為準。不認得的選項會被拒絕，免得打錯一個字母，設定卻悄悄沒生效。',
        {
          terms: optionTerms(options, {
            host: '監聽的位址，預設 `0.0.0.0`，也就是全部。代理伺服器在同一台機器上時用 `127.0.0.1`。',
            port: '監聽的連接埠，預設 8080；0 表示自動選一個空閒的。',
            data: '資料的資料夾，預設 `./data`。',
            'public-url': '大家連線的網址，優先於初次設定時填寫的網址。',
            'trusted-proxy': '信任的代理伺服器，採用它的 `X-Forwarded-For`，寫 IP 或網段，可以寫多次。沒寫的話，代理伺服器後面的所有訪客都只有代理的 IP。',
            'extra-host': '另外允許的網域，可以寫多次。其他網域一律拒絕。',
            'tls-cert': '憑證鏈（PEM），不用代理伺服器、直接提供 https 時使用。',
            'tls-key': '憑證的私密金鑰（PEM）。',
            'visitor-messages-per-minute': '每位訪客每分鐘最多傳多少則訊息，預設 60。'
          })
        }
      ]
    },
    {
      id: 'folder',
      title: '資料夾裡有什麼',
      blocks: [
        '一個資料夾只能由一個處理程序使用，第二個會說明原因並結束。只有資料夾的擁有者能讀取裡面的內容。',
        {
          terms: [
            { name: '`kefu.db`', says: '全部資料：成員、對話、收發的檔案。唯一必須保留的檔案。' },
            { name: '`kefu.db-wal, kefu.db-shm`', says: '剛寫入、還沒併入 `kefu.db` 的內容。執行期間它們是一體的：只複製 `kefu.db` 不算備份。' },
            { name: '`kefu.key`', says: '加密外部服務密碼的金鑰，不會進入備份；遺失後重新填寫那些密碼即可。' },
            { name: '`kefu.lock`', says: '由執行中的處理程序占用。' },
            { name: '`kefu.id`', says: '標明這裡曾有資料，檔案遺失時 Kefu 不會擅自從頭開始。' },
            { name: '`kefu.ballast`', says: '占位的 64 MB，磁碟滿了就放掉，好讓清理工作還能進行。' },
            { name: '`kefu.setup-link`', says: '設定連結，有了擁有者之後刪除。' },
            { name: '`geo-….bin`', says: '從程式裡解開的地理位置資料，刪掉也沒關係，下次啟動會重新產生。' },
            { name: '`backups/`', says: '新版本更動資料檔之前自動留下的副本。' }
          ]
        }
      ]
    },
    {
      id: 'backup',
      title: '備份與還原',
      blocks: [
        '一行指令，不必停機，可以每晚執行。副本檢查無誤之後才會改成正式的名稱，也不會覆蓋任何既有檔案：',
        { code: samples.backup },
        '還原時先停止 Kefu，用副本取代 `kefu.db`，刪掉旁邊的兩個檔案，再啟動。在資料夾裡執行：',
        { code: samples.restore },
        { note: '副本請放在另一台機器上，並且在真正需要之前先演練一次還原。' }
      ]
    },
    {
      id: 'https',
      title: 'https',
      blocks: [
        '未加密的 http 下瀏覽器會限制許多功能：桌面通知、剪貼簿，https 頁面裡也打不開客服。有兩種做法。',
        '前面放一個代理伺服器，由它申請憑證，並告訴 Kefu：',
        { code: samples.serveBehindProxy },
        'Caddy 只要三行：',
        { code: samples.caddy },
        'nginx 要轉送網域、訪客 IP 和即時連線，並放行上傳：',
        { code: samples.nginx },
        '也可以由 Kefu 自己提供，指定憑證檔案即可。憑證更新後請重新啟動 Kefu：',
        { code: samples.ownTls },
        {
          note: '忘了寫 `--trusted-proxy`，所有訪客就會共用一個 IP、一個地區、一份限額；寫成信任所有人（`0.0.0.0/0`），訪客就能隨意偽造 IP。這兩種情況 `kefu doctor` 都查得出來。'
        }
      ]
    },
    {
      id: 'service',
      title: '作為系統服務',
      blocks: [
        '使用 systemd 時寫成 `/etc/systemd/system/kefu.service`，並單獨建立一個使用者 `kefu`：',
        { code: samples.unit },
        '第一次啟動的設定連結在 `/var/lib/kefu/kefu.setup-link`。紀錄寫到標準錯誤輸出，每行一個 JSON 物件，用 `journalctl -u kefu` 檢視。'
      ]
    },
    {
      id: 'health',
      title: '執行狀況',
      blocks: [
        {
          terms: [
            { name: '`GET /healthz`', says: '處理程序有回應就傳回 200。' },
            { name: '`GET /readyz`', says: '剛剛確實寫入了磁碟才傳回 200，否則傳回 503 和原因：`stopping`、`damaged`、`cannot-write`、`disk-full`。' }
          ]
        },
        '覺得哪裡不對，就讓它自我檢查。檢查不會更動任何東西，可以在執行中使用，選項和啟動時一樣：',
        { code: samples.doctor },
        '磁碟剩餘不足 1 GB 或不足一成時，暫停上傳檔案，文字對話不受影響。每天凌晨 3:40 會讀完整個資料檔；發現損壞就停止寫入，並在紀錄和 `/readyz` 裡說明。'
      ]
    },
    {
      id: 'exit-codes',
      title: '無法啟動時',
      blocks: [
        '這時 Kefu 會說明原因並結束，每種情況有各自的結束代碼，方便指令稿判斷。',
        {
          terms: [
            { name: `\`${exits.secondProcess}\``, says: '另一個處理程序正在使用這個資料夾。' },
            { name: `\`${exits.portTaken}\``, says: '連接埠被占用，或目前的使用者無權使用。' },
            { name: `\`${exits.folder}\``, says: '資料夾無法寫入、不屬於 Kefu，或磁碟空間不足。' },
            { name: `\`${exits.damaged}\``, says: '資料檔損壞或遺失。提示裡會給出還原最新備份的指令。' },
            { name: `\`${exits.newerFile}\``, says: '資料檔是更新的版本寫的。' },
            { name: `\`${exits.configuration}\``, says: '某個選項或環境變數有誤，提示裡會指出是哪一個。' }
          ]
        }
      ]
    },
    {
      id: 'upgrade',
      title: '升級',
      blocks: [
        {
          steps: [
            '先備份。',
            '用新的執行檔取代舊的。',
            '重新啟動。Kefu 會先儲存手上的內容，讓各個瀏覽器錯開時間斷線，15 秒之內結束；之後瀏覽器會自動連回來，期間寫的訊息也會補送。'
          ]
        },
        '如果新版本要更動資料檔，會先在 `backups/` 裡留一份副本。舊版本遇到新檔案會拒絕啟動，不會弄壞它：要退回去，就用舊程式加那份副本。'
      ]
    },
    {
      id: 'limits',
      title: '限額',
      blocks: [
        '為了不讓一個人占用所有人的資源，同時對正常使用足夠寬鬆。',
        {
          list: [
            '每位訪客：每分鐘 60 則訊息（一次最多連傳 20 則），檔案最大 25 MB。',
            '每個對話：20 個檔案或 100 MB。',
            '每個 IP：十分鐘內 60 位新訪客、10 次上傳，每小時 3 則留言，每分鐘 1,200 次請求。電信業者可能讓許多人共用一個 IP。',
            '每位客服：十秒內 30 則訊息，檔案最大 50 MB。'
          ]
        }
      ]
    }
  ]
})
