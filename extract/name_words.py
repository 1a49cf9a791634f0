"""What publishers and their content systems call elements in ``class`` and ``id``: single words, and words written together."""

from typing import Final

# Kinds of what is not the article's text.
KINDS: Final = {
    "comments": "comment comments commentlist disqus respond coral livefyre viafoura fbcomments hypercomments openweb "
    "replies yorumlar kommentare commentaires comentarios comentários remark42 commento",
    "consent": "cookie cookies consent gdpr onetrust cookiebar cookieconsent usercentrics didomi ccpa privacybanner "
    "externalcontent embedconsent cookieplaceholder consentplaceholder "
    "contentblocker twoclick",
    "related": "related relateds relatednews relatedposts relatedarticles relatedstories relatedcontent recommended recommend "
    "recommends recommendation recommendations recirc recirculation readmore alsoread readalso seealso morestories morenews "
    "morefrom moreon trending mostread mostpopular mostviewed popularposts outbrain taboola zergnet revcontent mgid adskeeper "
    "teaser teasers upnext nextup readnext nextread nextarticle suggested suggestion suggestions yarpp similar crosslink "
    "crosslinks linkbox inlinelink inlinelinks internallink interlink furtherreading latestnews recentposts dontmiss "
    "ilgili ilgilihaber benzer verwandt relacionadas relacionados relacionado lireaussi leiamais leertambien "
    "jprelatedposts recentnews topstories readers alsolike youmaylike youmightlike editorspick editorspicks "
    "relatedstory relatedlink relatedlinks promobox inlinepromo storylist articlelist newslist sponsoredlinks "
    "correlati powiazane gerelateerd trendingnow morelinks inrelated relatedinline crosslinking linkedarticle linkedarticles "
    "morelink articlelink moreontopic mehrzumthema weiterlesen lesetipps lesetipp empfehlungen "
    "artikelempfehlung alire surlememesujet noticiasrelacionadas teinteresa ilgilihaberler benzerhaberler czytajtez zobacztez leesook "
    "leestip lasocksa laesogsa lesogsa lueomyos",
    "newsletter": "newsletter newsletters subscribe subscribes subscription subscriptions signup mailchimp mc4wp optin mailinglist "
    "nlsignup emailsignup donate donation donations fundraising calltoaction cta bulletin regwall registerwall "
    "inscription abonnement boletin ebulten mailmunch mailerlite convertkit hubspotform sendinblue membershippromo upsell "
    "apppromo appdownload appbanner channelcta premiumbox pidpyska "
    "supportus supportbox donationbox soutien spenden spendenbox",
    "share": "share shares sharing sharebar sharedaddy sharethis social socials socialmedia addthis addtoany a2a sharebuttons "
    "followus follow followers printfriendly sociallinks socialicons socialshare heateor shariff reactions "
    "bookmark listen audioplayer texttospeech tts googlenews whatsappchannel telegramchannel paylas partage compartir teilen "
    "toolbar articletools storytools fontsize textsize ssba simplesocial "
    "errorreport typoreport reporterror reporttypo podilytysia podelitsya",
    "author": "authorbox authorbio aboutauthor authorinfo authorcard authorprofile bio biography authordescription authorabout "
    "postauthor entryauthor authors author contributor contributors byline bylines abouttheauthor molongui ppma authorblock "
    "articleauthor writer",
    "tags": "tags taglist tagcloud tagslinks posttags entrytags articletags keywords tagsbox tagbox topiclist topictags "
    "storytags newstags etiketler etiquetas schlagworte relatedtopics topics tagswrap",
    "meta": "meta metadata postmeta entrymeta articlemeta postinfo articleinfo timestamp datetime pubdate postdate entrydate "
    "articledate publishdate publisheddate dateline updated modified breadcrumb breadcrumbs kicker eyebrow catlinks "
    "readingtime readtime viewcount postviews views infobar storymeta storyinfo newsdate published "
    "articlesource articleorigin sourcenote firstpublished",
    "advertisement": "ad ads advert adverts advertisement advertisements advertising advertorial adsbygoogle dfp adslot adunit "
    "adwrapper adcontainer advt googlead googleads promoted sponsored sponsor sponsors werbung anzeige publicite publicidad "
    "reklam reklama adbox adblock banner banners leaderboard mpu gpt adsense adzone",
    "navigation": "nav navs navigation navbar subnav menu menus submenu pagination pager postnavigation postnav prevnext nextprev "
    "pagenav articlenav sitenav skiplink skiplinks sidebar sidebars rightrail leftrail siderail rail "
    "tableofcontents tocwrapper toclist toccontainer articletoc jumplinks tocwrapper breadcrumbnav offcanvas megamenu topbar eztoc",
    "footer": "footer sitefooter pagefooter globalfooter bottombar colophon copyright copyrights",
    "caption": "caption captions figcaption imagecaption imgcaption photocaption wpcaptiontext credit photocredit imagecredit "
    "imgcredit piccaption mediacaption photographer bildunterschrift legende legend photocaptions imagesource imgsource "
    "imagecaptions photoinfo picturecaption videocaption",
    "gallery": "gallery photogallery imagegallery slideshow carousel slider swiper slick lightbox flickity glide galleria "
    "owlcarousel mediagallery gallerycontrols",
    "hidden": "sronly srtext screenreadertext screenreader visuallyhidden visuallyhide visuallyhidden offscreen assistivetext printonly "
    "noprint",
    "modal": "modal modals popup popups overlay lightboxcontent dialog toast tooltip popover interstitial paywallprompt "
    "paywallmessage paywalloffer loginprompt adblocknotice notification",
    "embed": "twittertweet instagrammedia tiktokembed fbpost embed embeds videoembed videoplayer player playlist poll quiz survey "
    "livescore stockticker ticker",
}  # fmt: skip
# The element that holds the article's text.
BODY: Final = (
    "articlebody articlecontent articletext articlefulltext articlemaincontent articlecontentbody articlebodycontent "
    "storybody storycontent storytext storybodytext entrycontent postcontent postbody posttext postentry postarticle "
    "newsbody newscontent newstext newsdetail newsdetails newsarticle newsdetailcontent contentbody bodycontent bodycopy "
    "bodytext articlecopy maintext maincontenttext fulltext texte articletexte corpsarticle haberdetay habericerik "
    "habermetni newsfull textcontent richtext richtextcontent wysiwyg prose fieldnamebody fieldbody tdpostcontent "
    "singlecontent articlewrap contentarticle articlecontenttext cuerpo cuerponoticia notacuerpo articulocontenido "
    "contenidonota artikeltext artikelinhalt beitragstext detailtext detailcontent detailbody newsitembody blogcontent "
    "blogbody blogpostcontent ckeditor theposttext thecontent sdcontent storyarea storydetails storyelementtext contenttext "
    "pagecontentbody articlebodytext articlebodywrapper articleviewcontent articleviewbody pressreleasebody "
    "pressreleasecontent releasebody releasecontent paragraph texteditor postsinglecontent entrybody singlepostcontent "
    "tekst artykultresc articledetail articlesection bodymain mainbody articlecontentwrapper contentdetail contentmain"
)
# The places of what is told about an article.
MARKS: Final = {
    "byline": """byline bylines author authors authorname writer reporter contributor autor autoren autores auteur
        auteurs autore yazar verfasser journalist vcard hcard postedby writtenby""",
    "date": """date dates datum datetime time timestamp published publish pubdate postdate publishdate entrydate
        articledate newsdate posted fecha tarih data pub createdate publishedat publishedon dateline publicationdate""",
    "meta": """meta info details posthead postheader articlehead articleheader entryheader postmeta entrymeta postinfo
        articleinfo submitted postmetadata articlemeta""",
    "deck": """subhead subheading subheadline subtitle subtitles standfirst strapline deck dek lede chapo chapeau
        entradilla vorspann spot perex articleintro articlelead articlesummary articleexcerpt articledescription
        postintro entrysummary storysummary postexcerpt leadtext introtext storydeck newslead newsintro""",
    "views": "views viewcount postviews hits pageviews reads",
    "paywall": "paywall pianooffer regwall meteredcontent lockedcontent subscribetoread",
}
