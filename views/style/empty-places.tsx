import { Button, Card, EmptyState, ErrorState } from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'

export function EmptyPlaces({ say }: PartProps) {
  return (
    <Part title={say('ui.style.empty')} rule={say('ui.style.empty_rule')}>
      <div class="three">
        <Card>
          <EmptyState drawing="tea" title="没有人在等">
            有人来问时，这里会响，也会亮。
          </EmptyState>
        </Card>
        <Card>
          <EmptyState drawing="search" title="没有找到「青花 茶叶罐」">
            换个说法，或者连同已结束的对话一起找。
          </EmptyState>
        </Card>
        <Card>
          <EmptyState
            drawing="gate"
            title="还没有网站"
            act={
              <Button kind="primary" icon="plus">
                {say('layout.settings.add_site')}
              </Button>
            }
          >
            加一个网站，把一行代码贴上去，就能看到访客。
          </EmptyState>
        </Card>
        <Card>
          <EmptyState drawing="letter" title="没有留言">
            没有人在线时，访客写下的话会放在这里。
          </EmptyState>
        </Card>
        <Card>
          <EmptyState drawing="people" title="站上现在没有人">
            有人打开贴了代码的页面，一秒之内会出现在这里。
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            title="这一页没能打开"
            text="已经记下来了。再试一次，通常就好了。"
            number="7F3A-20C1"
            say={say}
            act={<Button icon="refresh-cw">再试一次</Button>}
          />
        </Card>
      </div>
    </Part>
  )
}
