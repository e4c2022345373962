import type { Write } from '../chapter.ts'
import { geoAttribution } from '../parts.ts'
import { partTerms } from '../terms.ts'

export const about: Write = ({ version }) => ({
  slug: 'about',
  title: 'About Kefu',
  lead: 'Version, licence, and the work of others that is inside.',
  sections: [
    {
      id: 'licence',
      title: 'Licence',
      blocks: [
        `Kefu ${version} is free software under the MIT licence: use it, change it, pass it on, for money or not, as long as the copyright notice stays with it.`
      ]
    },
    {
      id: 'parts',
      title: 'Parts of others',
      blocks: [
        'The executable holds these, each under its own licence, with our thanks.',
        {
          terms: partTerms({
            bun: 'Runs the program, and holds SQLite (public domain) and JavaScriptCore (LGPL-2).',
            elysia: 'Leads requests to their doors.',
            'htmx.org': 'Exchanges parts of pages without loading them anew.',
            isbot: 'Tells robots from people.',
            'ua-parser-js': 'Names browser, system and device.',
            'lucide-static': 'Draws the icons; some of them are from Feather (MIT).'
          })
        }
      ]
    },
    {
      id: 'places',
      title: 'Places',
      blocks: [
        geoAttribution,
        'The part about ranges, countries and cities was taken from it and packed anew; this packed form is under the same licence. Names of provinces and cities of China in Chinese are ours. How exact a place is depends on the data: the country is nearly always right, the city often not.'
      ]
    },
    {
      id: 'outside',
      title: 'What leaves the machine',
      blocks: [
        'Nothing, by itself. Kefu asks no other server for anything, counts nobody for us, and loads neither fonts nor scripts from elsewhere. What visitors and colleagues write stays in your data folder.'
      ]
    }
  ]
})
