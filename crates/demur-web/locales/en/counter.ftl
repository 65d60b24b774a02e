### The counter: home, interview, opinion, decision.

home-title = What is happening?
home-lead = Choose what is nearest. We ask only what still matters, then you get an answer and the words to say.
home-search = Look for a situation
home-search-hint = For example: drunk, invoice, dog
home-search-button = Find
home-nothing = Nothing was found for “{ $sought }”
home-nothing-hint = Here is everything. “Something else” always fits.
home-ethics = They behave badly
home-inability = We cannot do what they want
home-interest = The law, or my conscience, is against it
home-none = Something else

interview-number-of = Question { $n }
interview-to-go = at most { $n ->
    [one] { $n } question
   *[other] { $n } questions
  } to go
interview-yes = Yes
interview-no = No
interview-none = None of these
interview-unknown = I do not know
interview-withheld = The customer will not say
interview-go-on = Go on
interview-number-label = Number
interview-earlier = Answer before: { $answer }
interview-why = Why do we ask?
interview-possible = Still possible:
interview-back = Back
interview-leave = Throw this interview away
interview-choose = Choose an answer. “I do not know” is one, too.
interview-tick = Tick what applies, or press “None of these”.
interview-number = Enter a whole number that fits, or press “I do not know”.
interview-suggested = Ticked because of what you chose at the start. Change it if it is not so, and add what else plays a part.
interview-clash = This cannot be so together with what you said before. The last answer was not taken.

opinion-say = What to say now
opinion-copy = Copy
opinion-copied = Copied
opinion-notice = Write it down for the customer
opinion-providers = Who else can help?
opinion-source = Source
opinion-everything = Everything: all provisions, why not otherwise, how sure
opinion-back = Change an answer
opinion-leave = Do not record; throw away

decision-title = Your decision
decision-hint = The opinion is advice. You decide, and the record shows that a person did.
decision-choice = What do you do?
decision-serve = Serve
decision-serve-differently = Serve in another way
decision-refuse = Do not serve
decision-later = Nobody has decided yet
decision-words = Why, in your own words
decision-words-hint = One or two sentences, at least 40 characters, about what was done or asked for; nothing about the person.
decision-reason = Why do you decide otherwise than the opinion?
decision-reason-hint = Only if you refuse; at least 20 characters. It is recorded as the firm's decision, never as the law's.
decision-more = Add what happened, or a contact
decision-facts = What happened
decision-facts-hint = Facts, in order. No health, origin, belief or other traits.
decision-contact = How the customer can be reached
decision-contact-hint = Only if you have to answer them. It is sealed, and erased when its time is over.
decision-channel = Kind of contact
decision-name = Name on the answer, if needed
decision-not-recorded = Nothing was recorded yet.
decision-record = Record it
channel-phone = Telephone
channel-email = E-mail
channel-post = Post

recorded-title = Recorded
recorded-number = Number of the case file:
recorded-tell = The customer should hear why, and who else can help.
recorded-show = Open the case file
recorded-next = Next customer
recorded-code = Proof for the customer
recorded-code-hint = With this text the customer can prove later that the record was not altered. It is shown once and is not kept here.
recorded-code-label = Proof
