"""What other articles are announced with, per language. Phrases parted by " / "."""

from typing import Final

# A strong phrase announces what it names wherever it stands alone or before a colon; a weak one is also an ordinary
# heading or the start of an ordinary sentence, and needs links around it to count.
RELATED_STRONG: Final = {
    "en": "also of interest / read our explainer / read our analysis / read our interview / read our report / read our guide / read our full story / read our full report / go deeper / dig deeper / in depth / also read / from the archive / from the archives / from our archive / read also / also see / see also / read next / read this next / related articles / related article / "
    "related stories / related story / related news / related posts / related post / related content / related reading / "
    "related coverage / related links / related topics / related items / related reports / related video / related videos / "
    "more on this story / more on this topic / more on this / recommended for you / recommended reading / "
    "recommended stories / recommended articles / you may also like / you might also like / you may like / you might like / "
    "you may also be interested in / you might also be interested in / you may be interested in / "
    "you might be interested in / you may have missed / in case you missed it / don't miss / must read / must reads / "
    "editor's picks / editors' picks / editors picks / editor's choice / editor's pick / trending now / trending stories / "
    "trending news / trending articles / trending topics / now trending / most read / most viewed / most popular / "
    "popular posts / popular articles / popular stories / popular now / popular news / what to read next / up next / "
    "read more / read more on this / read more about this / read more here / read the full story / also on / "
    "more like this / more stories / more news / more articles / more headlines / top stories / latest news / "
    "latest stories / latest articles / latest headlines / latest posts / recent posts / recent articles / recent news / "
    "recent stories / keep reading / continue reading / further reading / suggested articles / suggested reading / "
    "suggested for you / people also read / readers also read / read related / similar articles / similar stories / "
    "similar posts / you should read / from our partners / around the web / from around the web / promoted stories / "
    "sponsored stories / sponsored content / promoted content / watch next / watch also / also watch / other stories / "
    "other news / other articles / discover more / more for you / more to read / more to explore / explore more",
    "de": "lesen sie dazu auch / lesen sie auch dazu / mehr dazu hier / hintergrund lesen / das interview lesen / die analyse lesen / lesen sie auch / lesen sie mehr / lies auch / auch interessant / ebenfalls interessant / mehr zum thema / "
    "mehr zu diesem thema / mehr dazu / weiterlesen / das könnte sie auch interessieren / das könnte dich auch "
    "interessieren / das könnte sie interessieren / dies könnte sie auch interessieren / ähnliche artikel / "
    "ähnliche beiträge / ähnliche themen / verwandte artikel / verwandte themen / verwandte beiträge / weitere artikel / "
    "weitere meldungen / weitere nachrichten / weitere themen / weitere beiträge / siehe auch / lesetipp / lesetipps / "
    "meistgelesen / meist gelesen / meistgelesene artikel / am meisten gelesen / empfehlungen / empfehlungen der redaktion "
    "/ unsere empfehlungen / empfohlene artikel / empfohlen / passend dazu / passend zum thema / aktuelle nachrichten / "
    "neueste artikel / neueste beiträge / neueste nachrichten / beliebte artikel / mehr lesen / jetzt lesen / "
    "lesen sie dazu / lesen sie hier / hier weiterlesen / auch lesenswert / zum weiterlesen / mehr nachrichten / "
    "im trend / themen im trend / nicht verpassen",
    "fr": "lire l'enquête / lire l'entretien / lire l'analyse / lire le récit / lire le reportage / lire le décryptage / lire notre enquête / lire notre dossier / lire l'interview / relire / à lire aussi / a lire aussi / lire aussi / à lire également / lire également / lisez aussi / lisez également / "
    "à voir aussi / voir aussi / lire la suite / sur le même sujet / sur le même thème / articles liés / articles connexes / "
    "articles similaires / articles associés / article lié / plus d'articles / les plus lus / les plus populaires / "
    "articles les plus lus / recommandé pour vous / recommandés pour vous / nos recommandations / vous aimerez aussi / "
    "vous pourriez aussi aimer / cela pourrait vous intéresser / cela peut vous intéresser / dans la même rubrique / "
    "pour aller plus loin / nos derniers articles / derniers articles / dernières nouvelles / à ne pas manquer / "
    "ne manquez pas / à découvrir / à découvrir aussi / lire plus / en lire plus / tendances / tendance / "
    "dans l'actualité / les articles recommandés / articles recommandés / à lire / lire / contenus liés",
    "es": "lea la entrevista / lea el análisis / lee la entrevista / lee el análisis / para saber más / lea el reportaje / lea también / lee también / también lea / también lee / leer también / lea además / le puede interesar / te puede interesar / "
    "también te puede interesar / también le puede interesar / te podría interesar / podría interesarte / puede interesarte "
    "/ leer más / lee más / lea más / ver también / vea también / mira también / noticias relacionadas / noticia relacionada "
    "/ artículos relacionados / artículo relacionado / contenido relacionado / contenidos relacionados / notas relacionadas "
    "/ nota relacionada / entradas relacionadas / temas relacionados / más noticias / más sobre este tema / lo más leído / "
    "lo más visto / más leídas / las más leídas / más leídos / recomendados / recomendado / recomendadas / "
    "recomendado para ti / recomendados para ti / te recomendamos / recomendamos / no te pierdas / no se pierda / "
    "tendencias / últimas noticias / seguir leyendo / sigue leyendo / continuar leyendo / además / de interés / "
    "quizás te interese / más información / lee además / más historias / populares",
    "uk": "на цю ж тему / про це більше тут / докладніше про це / більше про це тут / до теми / більше на цю тему / читайте також / читайте ще / читати також / також читайте / дивіться також / читайте більше / читати більше / "
    "читати далі / схожі статті / схожі новини / схожі матеріали / схожі публікації / пов'язані новини / пов'язані статті / "
    "пов'язані матеріали / матеріали за темою / матеріали по темі / новини за темою / статті за темою / за темою / по темі / читайте на цю тему / "
    "на цю тему / рекомендуємо / рекомендуємо прочитати / рекомендовано / рекомендовані статті / "
    "вам може бути цікаво / вас може зацікавити / вам також може сподобатися / останні новини / популярне / "
    "популярні новини / популярні статті / найпопулярніше / найпопулярніші / найчитаніше / більше новин / інші новини / "
    "головне зараз / головні новини / тренди / в тренді / у тренді / не пропустіть / важливо / детальніше / докладніше / "
    "ще по темі / більше по темі / більше за темою",
    "ru": "читайте также / читать также / смотрите также / читайте по теме / по теме / материалы по теме / новости по теме / "
    "похожие новости / похожие статьи / похожие материалы / рекомендуем / рекомендуем прочитать / вам может быть интересно / "
    "последние новости / популярное / популярные новости / самое читаемое / читать далее / читайте далее / больше новостей / "
    "другие новости / главное сегодня / не пропустите / подробнее / еще по теме / связанные новости",
    "tr": "konuyla ilgili / konuyla ilgili haberler / bu konuda daha fazlası / haberin ayrıntıları için / ayrıca okuyun / bunu da oku / bunu da okuyun / bunları da okuyun / bunlar da ilginizi çekebilir / ilginizi çekebilir / "
    "bu da ilginizi çekebilir / bu haber de ilginizi çekebilir / bu haberler de ilginizi çekebilir / ilgili haberler / "
    "ilgili haber / ilgili içerik / ilgili içerikler / ilgili yazılar / ilgili konular / benzer haberler / benzer yazılar / "
    "diğer haberler / devamını oku / devamını okuyun / daha fazla oku / daha fazla okuyun / daha fazlası / "
    "daha fazla haber / ayrıca bakınız / ayrıca bkz / okumaya devam et / çok okunanlar / en çok okunanlar / çok okunan / "
    "en çok okunan haberler / son haberler / son dakika haberleri / önerilen haberler / önerilenler / önerilen / "
    "önerilen içerikler / sizin için seçtiklerimiz / sizin için önerilenler / tavsiye edilenler / okuma önerisi / "
    "gündemdekiler / trendler / trend / trend haberler / popüler haberler / kaçırmayın / haberin devamı / bir de bunu okuyun / sıradaki haber / bakmadan geçme / önerilen haber",
    "pt": "leia também / leia mais / veja também / saiba mais / notícias relacionadas / artigos relacionados / "
    "conteúdo relacionado / matérias relacionadas / mais lidas / as mais lidas / mais notícias / últimas notícias / "
    "recomendados / recomendado para você / você pode gostar / você também pode gostar / não perca / continue lendo / "
    "ver mais / relacionadas",
    "it": "leggi anche / leggi tutto / leggi di più / vedi anche / guarda anche / potrebbe interessarti / "
    "potrebbe interessarti anche / ti potrebbe interessare / ti potrebbe interessare anche / articoli correlati / "
    "notizie correlate / contenuti correlati / i più letti / più letti / ultime notizie / da non perdere / consigliati / "
    "altri articoli / continua a leggere / per approfondire",
    "pl": "czytaj także / czytaj też / czytaj również / czytaj więcej / czytaj dalej / zobacz też / zobacz także / "
    "zobacz również / przeczytaj również / przeczytaj także / przeczytaj też / powiązane artykuły / powiązane tematy / "
    "podobne artykuły / polecane / polecamy / najczęściej czytane / najpopularniejsze / najnowsze / warto przeczytać",
    "nl": "lees ook / lees meer / lees verder / lees hier meer / bekijk ook / gerelateerde artikelen / gerelateerd nieuws / "
    "meer over dit onderwerp / meest gelezen / aanbevolen / ander nieuws / laatste nieuws / meer nieuws / zie ook",
    "nordic": "läs också / läs även / läs mer / läs vidare / mest läst / relaterade artiklar / les også / les mer / "
    "mest lest / relaterte saker / læs også / læs mere / mest læste / relaterede artikler / lue myös / lue lisää / luetuimmat",
    "east": "čtěte také / přečtěte si také / čtěte více / související články / mohlo by vás zajímat / čítajte aj / "
    "prečítajte si aj / citește și / citeste si / citiți și / vezi și / articole similare / știri similare / olvasd el ezt is "
    "/ olvasd tovább / kapcsolódó cikkek / kapcsolódó cikk / ezt is ajánljuk / pročitajte još / pročitajte i / pročitaj i / "
    "čitajte još / povezane vesti / vezani članci / прочетете още / още по темата / свързани новини / "
    "прочитајте још / διαβάστε επίσης / διαβάστε ακόμη / διαβάστε ακόμα / σχετικά άρθρα / δείτε επίσης",
    "world": "baca juga / baca selengkapnya / artikel terkait / berita terkait / terpopuler / simak juga / xem thêm / "
    "đọc thêm / tin liên quan / bài liên quan / اقرأ أيضا / اقرأ أيضاً / اقرأ المزيد / اقرأ ايضا / مواضيع ذات صلة / "
    "أخبار ذات صلة / مقالات ذات صلة / الأكثر قراءة / بیشتر بخوانید / مطالب مرتبط / اخبار مرتبط / קראו גם / קרא גם / "
    "כתבות נוספות / ये भी पढ़ें / यह भी पढ़ें / संबंधित खबरें / 関連記事 / あわせて読みたい / 関連ニュース / 相关阅读 / 延伸阅读 / "
    "相关新闻 / 推荐阅读 / 相關新聞 / 延伸閱讀 / 관련기사 / 관련 기사 / 추천 기사",
}
RELATED_WEAK: Final = {
    "en": "read the report / read the story / read the article / read the analysis / read the interview / have a look / catch up / check out / read / related / more / trending / recommended / popular / latest / watch / featured / more from / more on / more in / "
    "more about / read more about / read more on / read our / in other news / what's next / other / explore / headlines / "
    "news / stories / top news / breaking news / for more / read full / full story / see more / view more / view all / "
    "analysis / background / earlier / previously / opinion / explainer / listen / podcast / exclusive / interview / flashback / recap / fact check / deep dive / long read / must-read / see all / learn more / find out more / click here / go deeper / dig deeper / next / previous / elsewhere",
    "de": "mehr / mehr aus / mehr von / mehr über / zum thema / hintergrund / video / videos / aktuell / aktuelles / "
    "analyse / interview / kommentar / porträt / reportage / liveblog / liveticker / podcast / lesen / siehe / themen / neueste / beliebt / mehr erfahren / hier geht es / hier geht's / alle artikel",
    "fr": "plus sur / analyse / décryptage / reportage / récit / entretien / interview / portrait / podcast / opinion / tribune / enquête / infographie / en savoir plus / notre dossier / dossier / actualités / vidéo / vidéos / populaires / voir plus / "
    "voir tous / tout voir / lisez / découvrez / cliquez ici / plus de",
    "es": "análisis / opinión / reportaje / entrevista / perfil / podcast / especial / más / más en / más de / más sobre / ver más / ver todo / ver todas / relacionado / relacionados / relacionadas / "
    "lea / lee / vea / mira / conoce más / vídeo / video / haga clic aquí / actualidad / destacados",
    "uk": "аналіз / аналітика / інтерв'ю / репортаж / фоторепортаж / подкаст / інфографіка / більше / більше про / читайте / дивіться / новини / відео / всі новини / актуально / статті / ще",
    "ru": "читайте / смотрите / новости / видео / все новости / больше",
    "tr": "analiz / röportaj / görüş / dosya / okuyun / haberler / video / tümü / tümünü gör / gündem / ilgili / benzer / daha fazla / popüler / tıklayın",
    "pt": "mais / mais sobre / leia / veja / vídeo / ver todas / relacionado",
    "it": "leggi / guarda / altro / video / correlati / vedi tutti",
    "pl": "czytaj / zobacz / więcej / wideo / powiązane",
    "nl": "meer / meer over / lees / video / gerelateerd",
}
