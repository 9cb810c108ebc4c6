package extract

// tag is the kind of a node of the tree: a text, or an element by its name.
type tag uint8

const (
	tagText tag = iota
	tagOther
	tagCustom // a name with a hyphen
	tagA
	tagArticle
	tagAside
	tagB
	tagBlockquote
	tagBody
	tagBr
	tagButton
	tagCaption
	tagDD
	tagDetails
	tagDiv
	tagDL
	tagDT
	tagEm
	tagFigcaption
	tagFigure
	tagFooter
	tagForm
	tagH1
	tagH2
	tagH3
	tagH4
	tagH5
	tagH6
	tagHead
	tagHeader
	tagHr
	tagHTML
	tagI
	tagIframe
	tagImg
	tagInline // any other phrasing element
	tagLI
	tagLink
	tagMain
	tagMeta
	tagNav
	tagOL
	tagP
	tagPre
	tagScript
	tagSection
	tagSkip // script-like: its content is no text
	tagSpan
	tagStrong
	tagSvg
	tagTable
	tagTbody
	tagTD
	tagTime
	tagTitle
	tagTR
	tagUL
	tagVoid // any other element without content
	tagCount
)

var tagNames = map[string]tag{
	"a": tagA, "article": tagArticle, "aside": tagAside, "b": tagB, "blockquote": tagBlockquote,
	"body": tagBody, "br": tagBr, "button": tagButton, "caption": tagCaption, "dd": tagDD,
	"details": tagDetails, "div": tagDiv, "dl": tagDL, "dt": tagDT, "em": tagEm,
	"figcaption": tagFigcaption, "figure": tagFigure, "footer": tagFooter, "form": tagForm,
	"h1": tagH1, "h2": tagH2, "h3": tagH3, "h4": tagH4, "h5": tagH5, "h6": tagH6, "head": tagHead,
	"header": tagHeader, "hr": tagHr, "html": tagHTML, "i": tagI, "iframe": tagIframe, "img": tagImg,
	"li": tagLI, "link": tagLink, "main": tagMain, "meta": tagMeta, "nav": tagNav, "ol": tagOL,
	"p": tagP, "pre": tagPre, "script": tagScript, "section": tagSection, "span": tagSpan,
	"strong": tagStrong, "svg": tagSvg, "table": tagTable, "tbody": tagTbody, "thead": tagTbody,
	"tfoot": tagTbody, "td": tagTD, "th": tagTD, "time": tagTime, "title": tagTitle, "tr": tagTR, "ul": tagUL,
	"abbr": tagInline, "acronym": tagInline, "bdi": tagInline, "bdo": tagInline, "big": tagInline,
	"cite": tagInline, "code": tagInline, "data": tagInline, "del": tagInline, "dfn": tagInline,
	"font": tagInline, "ins": tagInline, "kbd": tagInline, "label": tagInline, "mark": tagInline,
	"q": tagInline, "rp": tagInline, "rt": tagInline, "ruby": tagInline, "s": tagInline,
	"samp": tagInline, "small": tagInline, "strike": tagInline, "sub": tagInline, "sup": tagInline,
	"tt": tagInline, "u": tagInline, "var": tagInline, "wbr": tagVoid,
	"audio": tagSkip, "canvas": tagSkip, "datalist": tagSkip, "map": tagSkip, "math": tagSkip,
	"noembed": tagSkip, "noframes": tagSkip, "noscript": tagSkip, "object": tagSkip, "select": tagSkip,
	"style": tagSkip, "template": tagSkip, "textarea": tagSkip, "video": tagSkip,
	"area": tagVoid, "base": tagVoid, "basefont": tagVoid, "bgsound": tagVoid, "col": tagVoid,
	"embed": tagVoid, "frame": tagVoid, "input": tagVoid, "keygen": tagVoid, "param": tagVoid,
	"source": tagVoid, "track": tagVoid,
}

// trait is what the tree builder and the block cutter need to know of a tag.
type trait uint8

const (
	void   trait = 1 << iota // has no content
	breaks                   // ends the line of text before and after it
	skips                    // its content is no text of the page
	phrase                   // formatting, closed with the block it stands in
)

var traits = func() (t [tagCount]trait) {
	for _, g := range []struct {
		is   trait
		tags []tag
	}{
		{void, []tag{tagBr, tagHr, tagImg, tagLink, tagMeta, tagVoid}},
		{breaks, []tag{
			tagArticle, tagAside, tagBlockquote, tagBody, tagButton, tagCaption, tagDD, tagDetails, tagDiv,
			tagDL, tagDT, tagFigcaption, tagFigure, tagFooter, tagForm, tagH1, tagH2, tagH3, tagH4, tagH5, tagH6,
			tagHead, tagHeader, tagHr, tagHTML, tagLI, tagMain, tagNav, tagOL, tagP, tagPre, tagSection, tagTable,
			tagTbody, tagTD, tagTR, tagUL, tagIframe,
		}},
		{skips, []tag{tagHead, tagIframe, tagScript, tagSkip, tagSvg, tagTitle}},
		{phrase, []tag{tagA, tagB, tagEm, tagI, tagInline, tagSpan, tagStrong, tagTime}},
	} {
		for _, x := range g.tags {
			t[x] |= g.is
		}
	}
	return t
}()

func (t tag) is(x trait) bool { return traits[t]&x != 0 }

func (t tag) heading() bool { return t >= tagH1 && t <= tagH6 }
