package quote

import "testing"

// Who speaks where other words stand between or beside source and verb.
func TestWhoSpeaks(t *testing.T) {
	finds(t, []example{
		{"said to somebody, after a question", "Mara Lindqvist rose. “Who is to pay for the bridge?” Lindqvist said to a crowd of 500.", []string{
			`direct | “Who is to pay for the bridge?” | said | Mara Lindqvist | cue`,
		}},
		{"the sentence opens with said", "Said Otto Berg, who grew up at the port: “We were proud of her.”", []string{
			`direct | “We were proud of her.” | Said | Otto Berg | cue`,
		}},
		{"an aide says it of a name", "Arkwright, a top aide said, “is very sure of it.”", []string{
			`mixed | Arkwright … “is very sure of it.” | said | unnamed top aide | role`,
		}},
		{"a town and its state", "Mara Lindqvist of Boston, Massachusetts says the toll is too high.", []string{
			`indirect | the toll is too high | says | Mara Lindqvist | cue`,
		}},
		{"an office without its second comma", "Otto Berg, president and CEO of the Ashby Ferry Association stated, “It is a sum.”", []string{
			`direct | “It is a sum.” | stated | Otto Berg | cue`,
		}},
		{"a title behind a body", "The Council on Harbour Affairs National Executive Director Otto Berg says the toll is dead.", []string{
			`indirect | the toll is dead | says | Otto Berg | cue`,
		}},
		{"who is named behind the office", "The German Chancellor, Mara Lindqvist, fighting a charge, said the toll was dead.", []string{
			`indirect | the toll was dead | said | Mara Lindqvist | cue`,
		}},
		{"a noun that is a verb, too", "“Nobody was hurt,” said the town's fire chief, Mara Lindqvist, on Tuesday.", []string{
			`direct | “Nobody was hurt,” | said | Mara Lindqvist | cue`,
		}},
		{"a noun of what somebody does", "“Nobody was hurt,” said the warden, Mara Lindqvist. “Not one,” the clerk, Otto Berg, said.", []string{
			`direct | “Nobody was hurt,” | said | Mara Lindqvist | cue`,
			`direct | “Not one,” | said | Otto Berg | cue`,
		}},
		{"a doer on no list", "“Come in,” said the evening’s introducer, actress Mara Lindqvist.", []string{
			`direct | “Come in,” | said | Mara Lindqvist | cue`,
		}},
		{"the clause of according to", "Mara Lindqvist left. According to the gossip site, Lindqvist joked about the toll.", []string{
			`indirect | Lindqvist joked about the toll | According to | unnamed gossip site | role`,
		}},
		{"an article on a site", "In an article posted on a site, the Gazette, Mara Lindqvist, an envoy at the port, urged people to wait.", []string{
			`indirect | people to wait | urged | Mara Lindqvist | cue`,
		}},
		{"brought to ask", "The remarks of the mayor prompted host Mara Lindqvist to ask if he had gone.", []string{
			`indirect | if he had gone | ask | Mara Lindqvist | cue`,
		}},
		{"some years ago", "The Harbour Ministry less than two years ago said that the toll was dead.", []string{
			`indirect | that the toll was dead | said | Harbour Ministry | cue`,
		}},
		{"at the same time", "Mara Lindqvist denied that the port was shut but at the same time acknowledged that two ferries had stopped.", []string{
			`indirect | that the port was shut | denied | Mara Lindqvist | cue`,
			`indirect | that two ferries had stopped | acknowledged | Mara Lindqvist | cue`,
		}},
		{"a clause that opens the sentence", "Last month, when I asked Otto Berg if he would stay, he looked at the floor and said, “I may go.”", []string{
			`indirect | if he would stay | asked |  | pronoun`,
			`direct | “I may go.” | said | Otto Berg | pronoun`,
		}},
		{"banners that they hold", "They will hold banners proclaiming: “We can stop the toll!”", []string{
			`direct | “We can stop the toll!” | proclaiming | unnamed banners | role`,
		}},
		{"who spoke before lawmakers", "Otto Berg spoke before lawmakers defending the toll that they had passed in April.", []string{
			`indirect | the toll that they had passed in April | defending | Otto Berg | cue`,
		}},
		{"the report that she met", "Mara Lindqvist pushed back on a report claiming the port was shut.", []string{
			`indirect | the port was shut | claiming | unnamed report | role`,
		}},
		{"a county and its state", "He won the nod of Sheriff Otto Berg of Suffolk County, Massachusetts, who unabashedly calls himself the “toughest sheriff” alive.", []string{
			`mixed | himself the “toughest sheriff” alive | calls | Otto Berg | cue`,
		}},
		{"an apostrophe turned round", "Mara Lindqvist on Friday downplayed Otto Berg‘s attack on a judge — one that has hurt the club — and said it was over.", []string{
			`indirect | it was over | said | Mara Lindqvist | cue`,
		}},
		{"as rivals sought", "Otto Berg lost voters who left him as rivals sought to paint him as too soft on tolls.", []string{
			`indirect | him as too soft on tolls | paint | unnamed rivals | role`,
		}},
		{"several statements", "“The two had a frank talk at the port tonight,” said the statements.", []string{
			`direct | “The two had a frank talk at the port tonight,” | said | unnamed statements | role`,
		}},
		{"who told of her son", "Mayor Otto Berg said his son had asked him to stay at home. “My son Ivo wants me here,” he said.", []string{
			`indirect | his son had asked him to stay at home | said | Otto Berg | cue`,
			`indirect | to stay at home | asked | unnamed son | role`,
			`direct | “My son Ivo wants me here,” | said | Otto Berg | pronoun`,
		}},
		{"who pushed the bill", "Some Republican senators who pushed the bill through the Senate are now calling for a new vote.", []string{
			`indirect | a new vote | calling | unnamed Republican senators | role`,
		}},
		{"an agency behind an aside", "Ashby is building another bridge, namely a low one, to link the ports, said Reuters.", []string{
			`indirect | Ashby is building another bridge, namely a low one, to link the ports | said | Reuters | cue`,
		}},
		{"a minister of two fields", "Minister of Communications and Information Technology Otto Berg ordered staff to follow the works.", []string{
			`indirect | staff to follow the works | ordered | Otto Berg | cue`,
		}},
		{"who sent the letter", "Mayor Otto Berg wrote a letter to Treasurer Mara Lindqvist asking her to look into the mess.", []string{
			`indirect | to look into the mess | asking | Otto Berg | cue`,
		}},
		{"another attributes the words", "In 2009, when Mayor Otto Berg offered the towns money for bridges through his plan, “the towns were poor. They needed it,” Lindqvist said.", []string{
			`mixed | In 2009, when Mayor Otto Berg offered the towns money for bridges through his plan, “the towns were poor. They needed it,” | said | Lindqvist | cue`,
		}},
		{"a verb amid a phrase", "The crowd then forced open the gate and took the boat, saying the toll was a hoax.", []string{
			`indirect | the toll was a hoax | saying |  | role`,
		}},
		{"another director", "The club’s policy director Otto Berg spoke first. But the mayor’s budget director told the Herald that the fund would last.", []string{
			`indirect | that the fund would last | told |  | role`,
		}},
		{"a name and people without one", "Mayor Tom Arkwright and Republican leaders touted the plan as a step toward better pay.", []string{
			`indirect | the plan as a step toward better pay | touted | Tom Arkwright | cue`,
		}},
		{"May and Will", "Theresa May and George Will spoke. “It is over,” May said. “It is not,” Will wrote. Prime Minister May told the house that it was done.", []string{
			`direct | “It is over,” | said | Theresa May | cue`,
			`direct | “It is not,” | wrote | George Will | cue`,
			`indirect | that it was done | told | Theresa May | cue`,
		}},
		{"a chamber's committee", "House Ways and Means Chairman Otto Berg said the toll was dead.", []string{
			`indirect | the toll was dead | said | Otto Berg | cue`,
		}},
	})
}

// What is said, and no more.
func TestWhatIsSaid(t *testing.T) {
	finds(t, []example{
		{"an object behind the verb is no source", "But “locals” have demanded additional proof of it.", nil},
		{"a participle before a noun", "Prices fell a day after the widely expected extension of the cuts by the group.", nil},
		{"a phrase that opens the sentence", "Despite warnings from the mayor that the toll could hurt trade and was “badly made,” lawmakers dismissed the worries.", nil},
		{"what is called for and what is not", "There is room between the plan Otto Berg is calling for and what the port would accept.", nil},
		{"an echo", "Echoing the reaction to the last toll, Otto Berg has met the town’s top firms.", nil},
		{"firms that he hopes to win", "The group ran ads for firms Otto Berg hopes to attract to the port.", nil},
		{"a clause on the hearers", "Otto Berg told the nurses who filled the lawn that the town should pay for schools.", []string{
			`indirect | that the town should pay for schools | told | Otto Berg | cue`,
		}},
		{"a list", "Otto Berg explained the new plan was to invite firms such as Ashby Oil, Valton, and others to take part.", []string{
			`indirect | the new plan was to invite firms such as Ashby Oil, Valton, and others to take part | explained | Otto Berg | cue`,
		}},
		{"no list any more", "Otto Berg recalls speeches, debates and songs, and he recites poems.", []string{
			`indirect | speeches, debates and songs | recalls | Otto Berg | cue`,
		}},
		{"a name in apposition", "Otto Berg clarified the mayor’s daughter, Mara Lindqvist, joined the tour on her own.", []string{
			`indirect | the mayor’s daughter, Mara Lindqvist, joined the tour on her own | clarified | Otto Berg | cue`,
		}},
		{"what was added", "The port office said that 30 had been hurt, but added the exact details were unclear.", []string{
			`indirect | that 30 had been hurt | said | unnamed port office | role`,
			`indirect | the exact details were unclear | added | unnamed port office | role`,
		}},
		{"at least so many", "Otto Berg said at least 40 people entered the hall by the main doors.", []string{
			`indirect | at least 40 people entered the hall by the main doors | said | Otto Berg | cue`,
		}},
		{"a phrase behind the clause", "According to accountant Harbour LLP, the two towns rank first and second in trade, with Ashby leading.", []string{
			`indirect | the two towns rank first and second in trade, with Ashby leading | According to | Harbour LLP | cue`,
		}},
		{"he and another", "Otto Berg announced that he and Mara Lindqvist had built the bridge.", []string{
			`indirect | that he and Mara Lindqvist had built the bridge | announced | Otto Berg | cue`,
		}},
		{"what stands before a colon", "The port was dark: The mayor, nearing the end, walked in and promised action.", nil},
		{"what has begun to be", "The town’s policies have begun to turn off some: Earlier this month an ally, Otto Berg, was beaten.", nil},
		{"nothing said", "Neither said much of anything about the toll. Otto Berg said nothing new as he left.", nil},
		{"a clause that begins so", "Otto Berg said nothing had been done about the toll.", []string{
			`indirect | nothing had been done about the toll | said | Otto Berg | cue`,
		}},
		{"a remark of the writer", "Otto Berg asked people not to “give in to fear,” a somewhat muted reference to his rival’s call.", []string{
			`mixed | not to “give in to fear,” | asked | Otto Berg | cue`,
		}},
		{"with which he disagrees", "Some in the club have called for spending cuts at the port, with which he disagrees.", []string{
			`indirect | spending cuts at the port | called | unnamed | role`,
		}},
		{"said while", "People began using it for work, forcing the firm to adapt, Otto Berg said while visiting a show.", []string{
			`indirect | People began using it for work, forcing the firm to adapt | said | Otto Berg | cue`,
		}},
		{"contending with people", "The company struggled to contend with the crowds who activated their accounts last Tuesday.", nil},
		{"suspected rioters", "Six suspected rioters were arrested at the port and 70 were held.", nil},
		{"a title in the phrase that opens", "When casting “The Low Bridge,” the couple quickly found their lead in Ashby.", nil},
		{"charged signs", "The clubs were angry, disavowing racially charged signs that were seen at the port.", []string{
			`indirect | charged signs that were seen at the port | disavowing | unnamed clubs | role`,
		}},
		{"went on to say", "Otto Berg joked that Ashby was his answer, but went on to say, “There are places that are worse.”", []string{
			`indirect | that Ashby was his answer | joked | Otto Berg | cue`,
			`direct | “There are places that are worse.” | say | Otto Berg | cue`,
		}},
		{"a panic", "A third case is told as panic begins – ‘The plague is coming now’", nil},
	})
}
