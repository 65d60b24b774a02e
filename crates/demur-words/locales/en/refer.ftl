### Who else can help a customer.

refer-serve-here = Serve here: naming somebody else is no way round that. Do it only if the customer asks.
refer-forbidden-here = The law forbids this business to serve here: ask first whether it binds the other one, too.
refer-unlawful-part = Nobody is named
refer-unlawful = The law forbids everybody to serve this request, so sending the customer on would be wrong.
refer-norm = { $title } ({ $cite })
refer-open-part = Find out first
refer-open = What is not known yet decides whether anybody may serve this request:
refer-instead-part = Before sending the customer away
refer-providers-part = Who can help
refer-nobody = Nobody in the directory within { $km } km. Write down that nobody was known, and name a public register.
refer-who = { $provider }: { $service }
refer-more = { $n ->
    [one] and { $n } more{ refer-all }
   *[other] and { $n } more{ refer-all }
  }
refer-ask-first = Ask first: { $what }
refer-fictional = Made up, to show a directory.
refer-fresh = { $days ->
    [0] confirmed today
    [one] confirmed { $days } day ago
   *[other] confirmed { $days } days ago
  }
refer-stale = { $days ->
    [one] last confirmed { $days } day ago: call first
   *[other] last confirmed { $days } days ago: call first
  }
refer-never = never confirmed: call first
refer-offers = offers “{ $text }”
refer-distance = { $km } km
refer-about = about { $km } km
refer-remote = by telephone or online
refer-serves = comes to { $text }
refer-open-until = open until { $text }
refer-always-open = always open
refer-opens = opens { $text }
refer-closed = closed for the next weeks
refer-hours-unknown = hours not known
refer-speaks = speaks { $text }
refer-language = { $code ->
    [pl] Polish
    [en] English
    [uk] Ukrainian
    [de] German
    [ru] Russian
    [be] Belarusian
    [lt] Lithuanian
    [cs] Czech
    [sk] Slovak
    [fr] French
    [es] Spanish
    [it] Italian
    [ro] Romanian
    [ka] Georgian
    [vi] Vietnamese
    [ar] Arabic
    [tr] Turkish
    [pso] Polish Sign Language
   *[other] { $code }
  }
refer-accessible = has “{ $text }”
refer-room = has room
refer-waiting = has a waiting list
refer-doubt-language = does anybody there speak { $text }?
refer-doubt-access = is there “{ $text }”?
refer-doubt-place = where is it?
refer-doubt-room = is there room again?
refer-duties-part = Duty to send on
refer-in-short = { $provider }, { $service }
refer-in-short-far = { $provider }, { $service } ({ $km } km)
refer-duty-met = Met: { $duty } – { $who }
refer-duty-perhaps = Perhaps met, ask first: { $duty } – { $who }
refer-duty-unmet = Not met: { $duty }. Nobody in the directory can do it: name a public register, and write down that nobody was known.
refer-duty-unlawful = Not by naming a provider: { $duty }
refer-registers-part = Public registers
refer-register = { $provider }: { $service } ({ $reach })
refer-left-out-part = Left out
refer-left-out = { $provider }, { $service }: { $why }
refer-why-paused = not offered now
refer-why-ended = no longer offered
refer-why-full = { $days ->
    [0] full today
    [one] full { $days } day ago
   *[other] full { $days } days ago
  }
refer-why-language = does not speak { $text }
refer-why-access = has no “{ $text }”
refer-why-not = does not take this customer: { $text }
refer-why-far = { $km } km away
refer-rejected-part = Rows that could not be used
refer-all = { $medium ->
    [terminal] ; --all shows all
   *[page] {""}
  }
