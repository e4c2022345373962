import type { Facts } from './chapter.ts'

/* What is to be copied, the same in every language: so without comments in any of them. */

/** Stands for the key of a site in lines that are not the reader's own. */
const key = 's_YourSiteKey'

export const fromSource = 'npm install && npm start'
export const fromSourceWithBun = 'bun install && bun run start'
export const otherPort = 'npm start -- --port 9000'
export const demo = 'npm start -- demo --data ../kefu-demo'
export const build = 'npm run build'

export const setUp = `kefu setup --email hua@shop.example --name Hua --site "Mountain Tea" \\
  --origin https://shop.example --language zh-CN \\
  --public-url https://chat.shop.example < password.txt`

export const codeLine = ({ base }: Facts): string => `<script async src="${base}/w.js" data-site="${key}"></script>`
export const inLanguage = ({ base }: Facts): string => `<script async src="${base}/w.js" data-site="${key}" data-language="zh-TW"></script>`
export const pinned = ({ base, loader }: Facts): string =>
  `<script async src="${base}/w-${loader.version}.js" data-site="${key}" integrity="${loader.integrity}" crossorigin="anonymous"></script>`

/** What a strict page has to allow, and no more. */
export function pagePolicy({ base }: Facts): string {
  const { origin } = new URL(base)
  return `Content-Security-Policy: script-src ${origin}; connect-src ${origin} ${origin.replace(/^http/, 'ws')}; frame-src ${origin}`
}

export const windowAddress = ({ base }: Facts): string => `${base}/c/${key}`

export const serveBehindProxy = 'kefu --host 127.0.0.1 --trusted-proxy 127.0.0.1 --public-url https://chat.shop.example --data /var/lib/kefu'

export const caddy = `chat.shop.example {
    reverse_proxy 127.0.0.1:8080
}`

export const nginx = `server {
    listen 443 ssl;
    server_name chat.shop.example;
    ssl_certificate     /etc/ssl/chat.pem;
    ssl_certificate_key /etc/ssl/chat.key;
    client_max_body_size 55m;

    location / {
        proxy_pass http://127.0.0.1:8080;
        proxy_http_version 1.1;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $connection_upgrade;
        proxy_request_buffering off;
        proxy_read_timeout 90s;
    }
}

map $http_upgrade $connection_upgrade {
    default upgrade;
    ''      close;
}`

export const ownTls = 'kefu --port 443 --tls-cert /etc/ssl/chat.pem --tls-key /etc/ssl/chat.key --public-url https://chat.shop.example'

export const unit = `[Unit]
Description=Kefu
After=network.target

[Service]
User=kefu
ExecStart=/opt/kefu/kefu --data /var/lib/kefu
StateDirectory=kefu
UMask=0077
Restart=always
RestartSec=2
RestartPreventExitStatus=11 73 74 76 78
TimeoutStopSec=20
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target`

export const backup = 'kefu backup /backups/kefu-$(date +%F).db --data /var/lib/kefu'
export const restore = `mv kefu.db kefu.db.old
rm -f kefu.db-wal kefu.db-shm
cp /backups/kefu-2026-11-22.db kefu.db
chown kefu: kefu.db`
export const doctor = 'kefu doctor --data /var/lib/kefu --language zh-CN'
export const resetPassword = 'kefu reset-password --data /var/lib/kefu'

export const openSocket = ({ base }: Facts): string => `${base.replace(/^http/, 'ws')}/v/live`
export const socketHeaders = ({ base }: Facts): string => `Origin: ${new URL(base).origin}
User-Agent: MyShop/3.2 (Android 14)`

export const http = ({ base }: Facts): string => `POST ${base}/v/link
Content-Type: application/json
X-Kefu-Link: uhwsbHY4O_houiSMOmZxxg

{"frames":[{"t":"ping"}]}`
export const httpAnswer = '{"frames":[{"t":"pong"}]}'

export const upload = ({ base }: Facts): string => `POST ${base}/v/files
X-Kefu-Site: ${key}
X-Kefu-Visitor: rf1598P1m1h8ImUqpKxxZeqr9yM4hkMUU0ALX-lP5pA
X-File-Name: %E5%8F%91%E7%A5%A8.pdf`
export const uploadAnswer =
  '{"id":"zZuFL_HCgQPmR2eQvdtPrA","kind":"document","name":"发票.pdf","type":"application/pdf","bytes":48213,"width":null,"height":null}'
