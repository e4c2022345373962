import { talksFrom } from '../talk.ts'

/** Glazes, pots, tea, trade. */
export const wareTalks = talksFrom(`
# Does crackle leak
> Quick question about the Ru ware gaiwan: does the crackle leak?
< Hello! No. The lines are in the glaze only; the body is whole. With use the tea slowly colours them, which is what people love about it.
> So they turn brown?
< Golden, after about three years. If you'd rather keep it pale, rinse and dry it straight after use.
> I quite like the idea. Ordering one

# First gaiwan
> I'm new to this. Is 150 ml too big for one person?
< Welcome! Fill it to about two thirds and you have 110 ml, just right for one, and there is room for guests.
> My hands are small and I'm worried about burning my fingers
< Hold the flared rim, not the body. Try it with cold water twice, then it comes by itself.
> Do I need the glass pitcher too?
< It helps: the tea stops brewing at once.
> Adding both

# Seasoning a pot
> How do I season a new Yixing pot?
< Boil it in clear water for twenty minutes, let it cool, brew one pot of the tea you'll use it for and pour that away.
> I read about boiling it for hours with tofu
< An old custom, but it can leave a taste. Clear water is enough.
> Good to know!

# Is it fully handmade
> Is the Xishi pot fully handmade?
< Yes, built by hand from slabs of purple clay. The certificate has the maker's seal and a number.
> Could I see the seal before buying?
< [lid.png] This is the one in stock, the seal is inside the lid.
> You just made a sale

# Food safe
> Is the glaze lead free?
< Yes. Every firing is tested for lead and cadmium release to the EU limits.
> Could I see a report?
< [test-report.pdf] This is the current one; the number is on the foot of the bowl.
> Great, thank you

# Wholesale @ Bristol
> We run a small tea room in Bristol. Do you do trade prices?
< We do: 10% off from 20 pieces, 15% from 50, mixed as you like.
> It would be mostly moon white cups, about forty
< Then 10%, and we pack them loose with no boxes, which saves postage. Shall I send a trade form?
> hello@kettleandreed.example
< Sent. Let me know if it lands in spam.
> Brilliant

# Two glazes
> What do celadon and moon white look like next to each other?
< [two-glazes.png] Left celadon, right moon white, by the window this morning.
> Oh that's very helpful
> One gaiwan and four cups please
< Four cups or more are ten percent off, the basket does it by itself.

# Aged puer
> Is the 2019 puer raw or ripe?
< It's raw, early spring leaves from Menghai, stored dry in Kunming.
> Is it still very bitter?
< Not if you keep the first infusions short: 7 g to 110 ml, straight in and out for the first five.
> I've been doing three minutes in a mug, that explains a lot
< Ha, yes. Try again tonight and tell me.

# That name
> Is it true that "Ya Shi" means duck droppings?
< It really does. The farmers wanted nobody to steal the bushes. It smells of gardenia.
> I have to try it now
< It also makes a lovely cold brew: one bag, a bottle of water, four hours.
> Sold
`)
