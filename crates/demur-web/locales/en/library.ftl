### The law library, the house policy, providers.

law-title = Law
law-lead = Every norm by which the app judges, with its source, its days and how sure it is. Nothing here is legal advice.
law-search = Search the norms
law-search-hint = cash, assistance dog, art. 135
law-search-button = Search
law-pack = Country or collection
law-layer = Layer
law-any = all
law-on = In force on
law-on-wrong = “{ $typed }” is no day. Write it as in 2026-11-24.
law-packs = Collections
law-as-of = Text as of { $day }.
law-pack-norms = { $n ->
    [one] { $n } norm.
   *[other] { $n } norms.
  }
law-count = { $n ->
    [one] { $n } norm
   *[other] { $n } norms
  }
law-in-force-on = in force on { $day }
law-nothing = Nothing was found
law-nothing-hint = Try fewer or other words, in Polish or English, or another day. Accents do not matter.
law-all-packs = All collections
law-pages = Pages
law-before = Earlier ones
law-after = More
law-norms = Norms
law-col-norm = Norm
law-col-says = What it does
law-col-layer = Layer, days
law-col-sure = How sure
law-verified = checked
law-recalled = from memory
law-contested = in dispute
law-provision = Provision { $id }
law-provision-lead = It consists of these norms.
law-not-in-force = This version is not in force today. It is shown because opinions about other days rest on it.
law-says = What it says
law-note = For staff
law-doubts = Doubts
law-author = In the words and the language of the author.
law-versions = Versions
law-version-here = (shown here)
law-facts = What it asks about
law-facts-count = { $n ->
    [one] { $n } question
   *[other] { $n } questions
  }
law-examples-more = { $n ->
    [one] { $n } more example
   *[other] { $n } more examples
  }
law-examples = Examples and rulings
law-examples-hint = Each is tried with every change of the program.
law-no-examples = No example shows this norm at work.
law-precedent = Ruling
law-known = Known at the time:
law-given = The situation
law-otherwise = everything else as usual
law-expected = The answer
law-prose = About the provision (in English)
law-code = Code
law-source = Source
law-cite = Citation
law-in-force = In force
law-yielding = Lower layers may set it aside
law-seen = Looked at on
law-never-seen = nobody wrote it down
law-id = Identifier
law-read-at = Read at
law-overrides = Takes precedence over
law-overridden-by = Gives way to
law-siblings = The same provision
law-fact-name = Name
law-fact-answer = Answer
law-fact-cost = Effort
law-fact-values = Possible answers
law-fact-norms = Norms that need the answer
law-fact-no-norms = No norm needs it by itself.

policy-title = House policy
policy-lead = What the firm asks of itself and of its customers. It stands below the law: it can be stricter with the firm, and it can name reasons of its own where the law leaves the choice free. It can never allow what the law forbids.
policy-read-only = Only whoever runs the app changes the policy. Everybody may read it.
policy-to-form = Usual rules
policy-to-new = Write a file of rules
policy-says = What it says
policy-nothing = No house rules yet
policy-nothing-hint = The app judges by the law and by good practice. With a rule of the house staff know beforehand what is not served here, and customers can know it, too.
policy-not-yet = not in force today
policy-idle = A file is kept, and the app does not go by it.
policy-idle-hint = Its text does not agree with the law or with itself, perhaps since a new version of the program. Open the file and choose "Check".
policy-files = Files
policy-files-hint = The policy is kept as text, so that it can be read, printed and compared.
policy-file = File
policy-changed = Changed
policy-version = Version
policy-version-n = version { $n }
policy-form-title = Usual rules of the house
policy-form-lead = Tick what is to hold here. Each rule becomes text that you can read, and is checked against the law before it counts.
policy-form-wrong = A number is missing or beyond what makes sense. Nothing was changed.
policy-number-wrong = Write a whole number from { $low } to { $high }.
policy-form-foot = A rule counts only for customers who could know it. Put it on the door, on the website and into the booking.
policy-by-hand = The text of these rules was changed by hand. Saving the form takes these changes back.
policy-see-text = See the text
policy-save = Save
policy-check = Check
policy-cancel = Back without saving
policy-refused = Not saved: with this text the policy may not be in force. What you typed is still here.
policy-stale = Somebody else changed the file in the meantime. What you typed is still here; saving again puts it in place of theirs.
policy-stale-look = See their version
policy-new-title = A new file of rules
policy-name = Name of the file
policy-name-hint = Small letters without accents, digits, dashes; it ends in .md.
policy-name-end = The name has to end in .md, as in rules.md.
policy-text = Text
policy-text-hint = Prose is for people; blocks marked demur are what the app goes by. The law library shows how norms are written.
policy-is-form = This file is written by the form. What you change here is lost when the form is saved again.
policy-beginning-title = Rules of the house
policy-beginning = Write here in your own words what holds and why. The block below is what the app goes by.
policy-found = What was found
policy-unchecked = Nothing was checked yet.
policy-sound = The check found no contradiction to the law. It looks at ordinary days, so it does not find every one. Whatever the policy says, it permits no refusal that the law forbids.
policy-sound-but = It may be in force. Look at what was found all the same.
policy-unsound = It may not be in force as it stands.
policy-problems = { $n ->
    [one] { $n } remark on the text
   *[other] { $n } remarks on the text
  }
policy-problems-hint = In the words of the rule language, which are English.
policy-error = wrong
policy-warning = look again
policy-line = line { $line }
policy-stories = { $n ->
    [one] { $n } situation
   *[other] { $n } situations
  }
policy-grave = against the law
policy-light = look again
policy-example = As an example for the policy
policy-norms = { $n ->
    [one] { $n } norm of the house,
   *[other] { $n } norms of the house,
  }
policy-millis = checked in { $ms } ms.
policy-today = Only against the law of today; saving checks every day.
policy-numbered = The text with the numbers of its lines
policy-history = Earlier versions
policy-history-title = Versions of { $name }
policy-history-lead = The last 50 versions are kept. To go back to one makes a new version of it.
policy-history-stale = Somebody else changed the file in the meantime. Look again and repeat it.
policy-current = in force
policy-removed = removed
policy-show-text = Show the text
policy-restore = Go back to this version
policy-remove = Remove the file
policy-remove-hint = The rules in it no longer hold from now on. Its history stays, and you can go back.
policy-remove-button = Remove it

rule-food = No food or drink of one's own
rule-food-hint = Food for babies, medicine and what somebody needs for their health stay allowed.
rule-dress = Clothes and shoes
rule-dress-hint = What is worn out of faith, for health or because of a disability never counts.
rule-quiet = Quiet hours
rule-quiet-hint = First a request, then the refusal.
rule-photos = No photographs of others
rule-photos-hint = Against their will. First a request, then the refusal.
rule-warnings = More than one warning
rule-warnings-hint = Before anybody is refused for insults, disturbance or rudeness. Violence, threats and sexual harassment need none.
rule-intoxicated = No service to drunk or drugged customers
rule-intoxicated-hint = Never when life or health is in danger.
rule-prepayment = Payment in advance after missed appointments
rule-prepayment-hint = Whoever declines it may be refused a new appointment, not a confirmed one.
rule-payment = Accepted ways of paying
rule-payment-hint = Cash is always among them: in Poland whoever takes cards may not turn down a consumer's cash.
rule-age = Proof of age
rule-age-hint = For alcohol, tobacco and other products for adults, with everybody alike.
rule-manager = Only the manager bans
rule-manager-hint = Staff may end today's visit; a ban for the future is decided by the manager.
rule-writing = Reasons in writing
rule-writing-hint = For everybody who is banned.
rule-ways = Accepted beside cash
rule-way-card = card
rule-way-phone = telephone
rule-way-transfer = bank transfer
rule-number-begins = From (hour)
rule-number-ends = Until (hour)
rule-number-warnings = Number of warnings
rule-number-visits = Missed appointments in a year
rule-number-age = Ask everybody who looks younger than
rule-number-days = Within how many days

providers-title = Providers
providers-lead = Who else can help a customer: near, open, confirmed not long ago. A telephone call has the last word on every one of them.
providers-none = Nobody is known yet
providers-none-hint = A good refusal does not end with "no". Enter those to whom you would send your own mother, or import a list.
providers-ask-admin = Whoever runs the app enters providers.
providers-add = Add a provider
providers-import = Import a list
providers-q = Service
providers-near = Town
providers-search = Search
providers-unknown-town = There is no provider in this town. Choose one of the towns that are offered.
providers-nobody = Nobody was found
providers-nobody-hint = Try fewer words or another town.
providers-everybody = Show everybody
providers-count = { $n ->
    [one] { $n } provider
   *[other] { $n } providers
  }
providers-who = Provider
providers-what = Offers
providers-where = Where
providers-contact = Contact
providers-made-up = made up
providers-registers = Public registers
providers-lists = Lists
providers-apart-n = { $n } kept apart
providers-closed = closed
providers-full = full
providers-is-register = A public register: it tells where such services are listed.
providers-ages = Age of customers
providers-fresh = Confirmed
providers-not-for = Does not take
providers-place = Place
providers-week = The coming seven days
providers-from-list = From the list
providers-change-list = Change it there and import it again
providers-edit = Change this entry
providers-import-lead = Nothing is lost: the files are kept as they are. Entries that cannot be used are shown with their line and how to mend them; everything else is used.
providers-files = Files
providers-files-hint = CSV, HSDS (JSON or tables with their datapackage.json, chosen together) or schema.org JSON-LD; at most 1 MB each, 2 MB together, as UTF-8 text. A file with the name of an earlier one takes its place.
providers-import-button = Import
providers-no-file = No file was chosen. Choose one, and send it again.
providers-too-large = This is too large: a file may have up to 1 MB, all together up to 2 MB. Split the list and import its parts one after the other. Nothing was changed.
providers-not-text = “{ $name }” is not UTF-8 text. Save the table as “CSV UTF-8”, and send it again. Nothing was changed.
providers-not-a-list = “{ $name }” is no list of providers: its name has to end in .csv, .json or .jsonld. Nothing was changed.
providers-nothing-read = No provider could be read in it, so nothing was changed. The table says what is wrong.
providers-apart = { $n ->
    [one] { $n } thing was kept apart.
   *[other] { $n } things were kept apart.
  }
providers-apart-kept = They are not used and stay in the list until somebody mends them.
providers-apart-none = Everything could be used.
providers-apart-where = Where
providers-apart-why = What is wrong
providers-apart-mend = What to do
providers-formats = How a list has to look
providers-formats-csv = CSV: one row is one service at one place. Only provider and service are needed.
providers-formats-row = Anna's Feet,Podology,Poznań,Long Street 1,+48 000 000 000,Mo-Fr 09:00-17:00,2026-11-20
providers-formats-hsds = HSDS: lists of Open Referral 3.1 or 3.0, as JSON or as a package of tables.
providers-formats-schema = schema.org: JSON-LD of businesses with name and address.
providers-list = List { $name }
providers-read = { $n ->
    [one] { $n } provider
   *[other] { $n } providers
  }
providers-read-services = { $n ->
    [one] with { $n } service was read.
   *[other] with { $n } services were read.
  }
providers-read-who = Who was read
providers-list-text = The list with the numbers of its lines
providers-more-lines = The list goes on; all of it is kept.
providers-import-again = Import it again
providers-remove-list = Remove this list
providers-remove-list-hint = Its providers are named no more. Everything in other lists stays.
providers-remove-list-button = Remove the list
providers-say = You can also turn to { $who }.
providers-say-one = { $n ->
    [0] { $provider }
   *[other] { $provider } ({ $reach })
  }

day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday

entry-title = Add a provider
entry-title-edit = Change an entry
entry-stale = Somebody else changed the list in the meantime. What you typed is still here; look at the list before you save again.
entry-wrong = Something cannot be taken as it is. Nothing was changed.
entry-where = Where
entry-reach = How to reach it
entry-when = When
entry-more = More
entry-provider = Who
entry-provider-hint = The name as customers know it.
entry-provider-missing = Say who it is.
entry-service = Offers
entry-service-hint = One service; further ones get an entry of their own.
entry-service-missing = Say what is offered.
entry-description = Description
entry-description-hint = In a sentence.
entry-street = Street and number
entry-street-hint = As on a letter.
entry-town = Town
entry-town-hint = By it the nearest are found.
entry-areas = Comes to
entry-areas-hint = Towns, with | between them.
entry-remote = By telephone or online
entry-phone = Telephone
entry-phone-hint = With the number for abroad, as in +48 61 000 00 00.
entry-email = E-mail
entry-email-hint = A public address.
entry-url = Web page
entry-url-hint = It begins with https://
entry-hours = Hours
entry-hours-hint = As in Mo-Fr 09:00-12:00,13:00-17:00; parts with | between them.
entry-checked = Somebody last looked at this entry on
entry-checked-hint = A day, as in 2026-11-24.
entry-capacity = Room
entry-capacity-unknown = not known
entry-confirmed = Confirmed on
entry-confirmed-hint = The day on which somebody asked whether there is room.
entry-status = Offered
entry-status-active = yes
entry-terms = Kind of service
entry-terms-hint = Classifications, with | between them.
entry-languages = Languages
entry-languages-hint = As in pl|uk, or names.
entry-accessibility = For people with disabilities
entry-accessibility-hint = As in ramp|lift, with | between them.
entry-min_age = Least age
entry-min_age-hint = In whole years.
entry-max_age = Greatest age
entry-max_age-hint = In whole years.
entry-not_for = Does not take
entry-not_for-hint = A condition over facts, as in request.contraindicated. What the provider cannot do, never what a customer is.
entry-latitude = Latitude
entry-latitude-hint = In degrees, as in 52.41.
entry-longitude = Longitude
entry-longitude-hint = In degrees, as in 16.93.
entry-note = Note
entry-note-hint = For yourselves; nobody is shown it.
entry-remove = Remove this entry
entry-remove-hint = Other entries of the provider stay.
entry-remove-button = Remove it

refer-page-title = Who else can help
refer-page-back = Back to the answer
refer-page-what = What the customer needs
refer-page-within = At most (km)
refer-page-service = Write what the customer needs, in a word or two.
refer-page-town = There is no provider in this town.
refer-page-no-town = Where is the customer? Write a town.
refer-page-towns = Towns with providers:
refer-page-nobody = Nobody has been entered yet. Write down that nobody was known, and name a public register.
refer-page-say = To read out
refer-page-all = Show also everybody who was left out
