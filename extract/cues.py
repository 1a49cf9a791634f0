"""Words that announce boilerplate, per language: data and its look-up. What follows from a cue, context decides."""

import re
import unicodedata
from typing import Final, NamedTuple

# Phrases parted by " / ". A strong phrase announces what it names wherever it stands alone or before a colon; a weak
# one is also an ordinary heading or the start of an ordinary sentence, and needs links around it to count.
RELATED_STRONG: Final = {
    "en": "also read / from the archive / from the archives / from our archive / read also / also see / see also / read next / read this next / related articles / related article / "
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
    "de": "lesen sie auch / lesen sie mehr / lies auch / auch interessant / ebenfalls interessant / mehr zum thema / "
    "mehr zu diesem thema / mehr dazu / weiterlesen / das könnte sie auch interessieren / das könnte dich auch "
    "interessieren / das könnte sie interessieren / dies könnte sie auch interessieren / ähnliche artikel / "
    "ähnliche beiträge / ähnliche themen / verwandte artikel / verwandte themen / verwandte beiträge / weitere artikel / "
    "weitere meldungen / weitere nachrichten / weitere themen / weitere beiträge / siehe auch / lesetipp / lesetipps / "
    "meistgelesen / meist gelesen / meistgelesene artikel / am meisten gelesen / empfehlungen / empfehlungen der redaktion "
    "/ unsere empfehlungen / empfohlene artikel / empfohlen / passend dazu / passend zum thema / aktuelle nachrichten / "
    "neueste artikel / neueste beiträge / neueste nachrichten / beliebte artikel / mehr lesen / jetzt lesen / "
    "lesen sie dazu / lesen sie hier / hier weiterlesen / auch lesenswert / zum weiterlesen / mehr nachrichten / "
    "im trend / themen im trend / nicht verpassen",
    "fr": "à lire aussi / a lire aussi / lire aussi / à lire également / lire également / lisez aussi / lisez également / "
    "à voir aussi / voir aussi / lire la suite / sur le même sujet / sur le même thème / articles liés / articles connexes / "
    "articles similaires / articles associés / article lié / plus d'articles / les plus lus / les plus populaires / "
    "articles les plus lus / recommandé pour vous / recommandés pour vous / nos recommandations / vous aimerez aussi / "
    "vous pourriez aussi aimer / cela pourrait vous intéresser / cela peut vous intéresser / dans la même rubrique / "
    "pour aller plus loin / nos derniers articles / derniers articles / dernières nouvelles / à ne pas manquer / "
    "ne manquez pas / à découvrir / à découvrir aussi / lire plus / en lire plus / tendances / tendance / "
    "dans l'actualité / les articles recommandés / articles recommandés / à lire / lire / contenus liés",
    "es": "lea también / lee también / leer también / lea además / le puede interesar / te puede interesar / "
    "también te puede interesar / también le puede interesar / te podría interesar / podría interesarte / puede interesarte "
    "/ leer más / lee más / lea más / ver también / vea también / mira también / noticias relacionadas / noticia relacionada "
    "/ artículos relacionados / artículo relacionado / contenido relacionado / contenidos relacionados / notas relacionadas "
    "/ nota relacionada / entradas relacionadas / temas relacionados / más noticias / más sobre este tema / lo más leído / "
    "lo más visto / más leídas / las más leídas / más leídos / recomendados / recomendado / recomendadas / "
    "recomendado para ti / recomendados para ti / te recomendamos / recomendamos / no te pierdas / no se pierda / "
    "tendencias / últimas noticias / seguir leyendo / sigue leyendo / continuar leyendo / además / de interés / "
    "quizás te interese / más información / lee además / más historias / populares",
    "uk": "до теми / більше на цю тему / читайте також / читайте ще / читати також / також читайте / дивіться також / читайте більше / читати більше / "
    "читати далі / схожі статті / схожі новини / схожі матеріали / схожі публікації / пов'язані новини / пов'язані статті / "
    "пов'язані матеріали / матеріали за темою / новини за темою / статті за темою / за темою / по темі / читайте на цю тему / "
    "на цю тему / рекомендуємо / рекомендуємо прочитати / рекомендовано / рекомендовані статті / "
    "вам може бути цікаво / вас може зацікавити / вам також може сподобатися / останні новини / популярне / "
    "популярні новини / популярні статті / найпопулярніше / найпопулярніші / найчитаніше / більше новин / інші новини / "
    "головне зараз / головні новини / тренди / в тренді / у тренді / не пропустіть / важливо / детальніше / докладніше / "
    "ще по темі / більше по темі / більше за темою",
    "ru": "читайте также / читать также / смотрите также / читайте по теме / по теме / материалы по теме / новости по теме / "
    "похожие новости / похожие статьи / похожие материалы / рекомендуем / рекомендуем прочитать / вам может быть интересно / "
    "последние новости / популярное / популярные новости / самое читаемое / читать далее / читайте далее / больше новостей / "
    "другие новости / главное сегодня / не пропустите / подробнее / еще по теме / связанные новости",
    "tr": "ayrıca okuyun / bunu da oku / bunu da okuyun / bunları da okuyun / bunlar da ilginizi çekebilir / ilginizi çekebilir / "
    "bu da ilginizi çekebilir / bu haber de ilginizi çekebilir / bu haberler de ilginizi çekebilir / ilgili haberler / "
    "ilgili haber / ilgili içerik / ilgili içerikler / ilgili yazılar / ilgili konular / benzer haberler / benzer yazılar / "
    "diğer haberler / devamını oku / devamını okuyun / daha fazla oku / daha fazla okuyun / daha fazlası / "
    "daha fazla haber / ayrıca bakınız / ayrıca bkz / okumaya devam et / çok okunanlar / en çok okunanlar / çok okunan / "
    "en çok okunan haberler / son haberler / son dakika haberleri / önerilen haberler / önerilenler / önerilen / "
    "önerilen içerikler / sizin için seçtiklerimiz / sizin için önerilenler / tavsiye edilenler / okuma önerisi / "
    "gündemdekiler / trendler / trend / trend haberler / popüler haberler / kaçırmayın / haberin devamı / bir de bunu okuyun",
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
    "en": "read / related / more / trending / recommended / popular / latest / watch / featured / more from / more on / more in / "
    "more about / read more about / read more on / read our / in other news / what's next / other / explore / headlines / "
    "news / stories / top news / breaking news / for more / read full / full story / see more / view more / view all / "
    "see all / learn more / find out more / click here / go deeper / dig deeper / next / previous / elsewhere",
    "de": "mehr / mehr aus / mehr von / mehr über / zum thema / hintergrund / video / videos / aktuell / aktuelles / "
    "lesen / siehe / themen / neueste / beliebt / mehr erfahren / hier geht es / hier geht's / alle artikel",
    "fr": "plus sur / en savoir plus / notre dossier / dossier / actualités / vidéo / vidéos / populaires / voir plus / "
    "voir tous / tout voir / lisez / découvrez / cliquez ici / plus de",
    "es": "más / más en / más de / más sobre / ver más / ver todo / ver todas / relacionado / relacionados / relacionadas / "
    "lea / lee / vea / mira / conoce más / vídeo / video / haga clic aquí / actualidad / destacados",
    "uk": "більше / більше про / читайте / дивіться / новини / відео / всі новини / актуально / статті / ще",
    "ru": "читайте / смотрите / новости / видео / все новости / больше",
    "tr": "okuyun / haberler / video / tümü / tümünü gör / gündem / ilgili / benzer / daha fazla / popüler / tıklayın",
    "pt": "mais / mais sobre / leia / veja / vídeo / ver todas / relacionado",
    "it": "leggi / guarda / altro / video / correlati / vedi tutti",
    "pl": "czytaj / zobacz / więcej / wideo / powiązane",
    "nl": "meer / meer over / lees / video / gerelateerd",
}
# Everything below stands alone on its line; phrases of these kinds say nothing inside a sentence.
LINES: Final = {
    "advertisement": "advertisement / advertisements / advertising / ad / ads / sponsored / sponsor / promoted / paid content / "
    "article continues below / article continues below this ad / article continues after ad / "
    "article continues after advertisement / story continues below / story continues below advertisement / "
    "story continues after ad / story continues / continue reading below / scroll to continue / "
    "scroll to continue with content / advertisement - scroll to continue / advertisement scroll to continue / "
    "- advertisement - / remove ads / report this ad / ad feedback / skip ad / skip advertisement / loading ad / "
    "anzeige / werbung / advertorial / hier steht eine anzeige / publicité / annonce / la suite après la publicité / "
    "la suite après cette publicité / publicidad / anuncio / anuncios / continúa después de la publicidad / patrocinado / "
    "реклама / на правах реклами / на правах рекламы / reklam / reklamlar / reklamdan sonra devam ediyor / "
    "haberin devamı reklamdan sonra / publicidade / continua após a publicidade / pubblicità / reklama / advertentie / "
    "annons / annonse / mainos / hirdetés / publicitate / διαφήμιση / iklan / quảng cáo / إعلان / 広告 / 广告 / 廣告 / 광고",
    "share": "share / share this / share this article / share this story / share this post / share this page / share on / "
    "share article / share story / share via / share it / share with friends / share on facebook / share on twitter / "
    "share on x / share on linkedin / share on whatsapp / share on telegram / share by email / share via email / "
    "share to facebook / share to twitter / click to share / tweet / tweet this / retweet / pin it / pin / email / e-mail / "
    "email this / email this article / print / print this article / print article / print this page / print friendly / "
    "copy link / copy url / copied / link copied / link copied! / copy link to clipboard / save / save article / "
    "save this story / bookmark / like / like this / like this article? / like loading / reddit / facebook / twitter / x / "
    "linkedin / whatsapp / telegram / viber / messenger / pinterest / instagram / youtube / tiktok / bluesky / threads / "
    "mastodon / flipboard / pocket / rss / follow / follow us / follow us on / follow us on facebook / "
    "follow us on twitter / follow us on x / follow us on google news / follow us on social media / follow / follow me / "
    "connect with us / join us / join us on telegram / join our telegram channel / join our whatsapp channel / find us on / "
    "listen / listen to this article / listen to article / listen to this story / listen to story / "
    "add as preferred source / add us as a preferred source on google / preferred source / gift this article / "
    "give this article / text size / font size / text / small / medium / large / enlarge / text to speech / "
    "teilen / artikel teilen / beitrag teilen / diesen artikel teilen / diesen beitrag teilen / drucken / merken / "
    "auf facebook teilen / auf twitter teilen / auf x teilen / per e-mail teilen / per mail / link kopieren / folgen sie uns / "
    "folgen sie uns auf / folge uns / vorlesen / artikel anhören / partager / partager cet article / partagez cet article / "
    "partager sur facebook / partager sur twitter / partager l'article / imprimer / envoyer / envoyer par e-mail / "
    "copier le lien / suivez-nous / suivez-nous sur / nous suivre / écouter / écouter cet article / compartir / "
    "compartir en / comparte / comparte esta noticia / compartir esta noticia / compartir este artículo / compártelo / "
    "compartir en facebook / compartir en twitter / imprimir / enviar / guardar / copiar enlace / síguenos / síguenos en / "
    "síganos / síganos en / escuchar / escucha este artículo / поділитися / поділитись / поширити / поділитися статтею / "
    "поділитися новиною / поділіться / поділитися у facebook / поділитися в facebook / надрукувати / друк / друкувати / "
    "копіювати посилання / підписуйтесь на нас / підписуйтеся на нас / слідкуйте за нами / слухати / поделиться / "
    "поделиться новостью / распечатать / подписывайтесь на нас / paylaş / haberi paylaş / bu haberi paylaş / "
    "facebook'ta paylaş / twitter'da paylaş / whatsapp'ta paylaş / yazdır / e-posta gönder / bağlantıyı kopyala / "
    "linki kopyala / bizi takip edin / takip et / takip edin / dinle / haberi dinle / compartilhar / compartilhe / "
    "condividi / stampa / seguici / udostępnij / drukuj / delen / deel dit artikel / dela / del / jaa",
    "comments": "comments / comment / leave a comment / leave a reply / leave your comment / add a comment / add comment / "
    "post a comment / post comment / write a comment / join the conversation / join the discussion / view comments / "
    "show comments / view all comments / read comments / load comments / no comments / no comments yet / comments are closed / "
    "comments closed / what do you think? / what do you think / have your say / your comment / discussion / responses / "
    "be the first to comment / start the conversation / cancel reply / log in to comment / login to comment / "
    "sign in to comment / reply / kommentare / kommentar / kommentar schreiben / kommentar verfassen / "
    "schreiben sie einen kommentar / schreibe einen kommentar / kommentieren / artikel kommentieren / diskussion / "
    "diskutieren sie mit / alle kommentare anzeigen / ihre meinung / commentaires / commentaire / laisser un commentaire / "
    "laissez un commentaire / ajouter un commentaire / réagir / réagissez / voir les commentaires / votre commentaire / "
    "comentarios / comentario / deja un comentario / deja tu comentario / deja una respuesta / añadir comentario / "
    "escribe un comentario / ver comentarios / comentar / коментарі / коментар / залишити коментар / додати коментар / "
    "написати коментар / прокоментувати / обговорення / комментарии / комментарий / оставить комментарий / "
    "добавить комментарий / yorumlar / yorum / yorum yap / yorum yaz / yorum yapın / yorum ekle / bir yorum yazın / "
    "bir cevap yazın / bir yanıt yazın / comentários / deixe um comentário / commenti / lascia un commento / komentarze / "
    "dodaj komentarz / reacties / laat een reactie achter",
    "tags": "tags / tag / tagged / topics / topic / filed under / categories / keywords / in this article / in this story / "
    "related topics / explore topics / more topics / follow topics / schlagworte / schlagwörter / stichworte / "
    "themen dieses artikels / mots-clés / mots clés / thèmes / sujets / étiquettes / étiquettes / etiquetas / temas / "
    "palabras clave / más temas / теги / мітки / теми / тема / метки / темы / etiketler / etiket / konular / anahtar kelimeler / "
    "tópicos / tagi / argomenti / onderwerpen",
    "navigation": "previous article / next article / previous post / next post / previous / next / previous story / next story / prev / "
    "previous news / next news / older posts / newer posts / older / newer / post navigation / back / back to top / "
    "back to home / back to news / home / top / go to top / return to top / skip to content / skip to main content / "
    "load more / show more / show less / read less / expand / collapse / menu / search / close / toggle / all news / "
    "back to list / table of contents / contents / jump to / on this page / go to homepage / main menu / "
    "vorheriger artikel / nächster artikel / vorheriger beitrag / nächster beitrag / zurück / weiter / nach oben / "
    "zur startseite / inhaltsverzeichnis / inhalt / mehr anzeigen / article précédent / article suivant / précédent / "
    "suivant / retour / haut de page / retour en haut / retour à l'accueil / sommaire / artículo anterior / "
    "artículo siguiente / siguiente artículo / noticia anterior / siguiente noticia / noticia siguiente / anterior / "
    "siguiente / volver / volver arriba / índice / cargar más / попередня стаття / наступна стаття / попередня новина / "
    "наступна новина / попередній запис / наступний запис / назад / вперед / нагору / на головну / зміст / предыдущая статья / "
    "следующая статья / önceki haber / sonraki haber / önceki yazı / sonraki yazı / önceki / sonraki / geri / yukarı / "
    "başa dön / yukarı çık / ana sayfa / anasayfa / içindekiler / artigo anterior / próximo artigo / articolo precedente / "
    "articolo successivo / poprzedni artykuł / następny artykuł",
    "gallery": "open gallery / view gallery / open image gallery / view image gallery / open image in gallery / photo gallery / "
    "image gallery / gallery / see gallery / show gallery / launch gallery / full screen / fullscreen / view full screen / "
    "view fullscreen / enter full screen / toggle fullscreen / close gallery / view all photos / see all photos / "
    "all photos / show all photos / view photos / show caption / hide caption / toggle caption / previous image / "
    "next image / previous photo / next photo / previous slide / next slide / show more images / swipe / swipe for more / "
    "click to enlarge / tap to enlarge / click to expand / click image to enlarge / enlarge image / enlarge photo / zoom / "
    "view larger image / image / photo / play video / watch video / play / pause / mute / unmute / loading / loading... / "
    "video player / play now / replay / bildergalerie / fotostrecke / galerie öffnen / bild vergrößern / vollbild / "
    "alle bilder anzeigen / bilder anzeigen / zur bildergalerie / nächstes bild / vorheriges bild / galerie / "
    "galerie photos / voir la galerie / agrandir l'image / plein écran / voir toutes les photos / image suivante / "
    "image précédente / diaporama / galería / galería de fotos / ver galería / ampliar imagen / pantalla completa / "
    "ver todas las fotos / foto siguiente / foto anterior / imagen siguiente / imagen anterior / fotogalería / галерея / "
    "фотогалерея / відкрити галерею / переглянути галерею / на весь екран / наступне фото / попереднє фото / всі фото / "
    "збільшити / фото галерея / foto galeri / fotoğraf galerisi / galeriyi aç / galeriyi görüntüle / tam ekran / "
    "tüm fotoğraflar / sonraki fotoğraf / önceki fotoğraf / fotoğrafı büyüt / sonraki resim / önceki resim",
    "consent": "accept / accept all / accept cookies / accept all cookies / reject / reject all / decline / manage cookies / "
    "manage preferences / cookie settings / cookie policy / cookie preferences / privacy policy / privacy settings / "
    "terms of use / terms of service / terms and conditions / i accept / i agree / got it / akzeptieren / "
    "alle akzeptieren / alle cookies akzeptieren / ablehnen / alle ablehnen / cookie-einstellungen / datenschutz / "
    "datenschutzerklärung / impressum / accepter / tout accepter / accepter les cookies / tout refuser / refuser / "
    "paramétrer / gérer les cookies / mentions légales / aceptar / aceptar todo / aceptar todas / aceptar cookies / "
    "aceptar todas las cookies / rechazar / rechazar todo / rechazar todas / configurar / configurar cookies / "
    "política de cookies / política de privacidad / aviso legal / прийняти / прийняти всі / погоджуюсь / погоджуюся / "
    "відхилити / налаштування cookie / політика конфіденційності / kabul et / tümünü kabul et / tümünü reddet / reddet / "
    "kabul ediyorum / çerez ayarları / çerez politikası / gizlilik politikası / kvkk",
    "newsletter": "newsletter / newsletters / subscribe / subscribe now / subscribe today / sign up / sign up now / sign in / log in / login / "
    "register / register now / join now / subscribe to our newsletter / sign up for our newsletter / sign up to our newsletter / "
    "sign up for newsletter / join our newsletter / get our newsletter / our newsletter / daily newsletter / "
    "weekly newsletter / email address / your email / your email address / enter your email / enter your email address / "
    "email newsletter / support us / donate / donate now / become a member / become a subscriber / "
    "already a subscriber? / already a member? / start your free trial / newsletter abonnieren / jetzt abonnieren / "
    "abonnieren / zum newsletter / zum newsletter anmelden / newsletter-anmeldung / jetzt anmelden / anmelden / "
    "unser newsletter / e-mail-adresse / s'abonner / abonnez-vous / s'inscrire / inscrivez-vous / je m'abonne / je m'inscris / "
    "inscription à la newsletter / abonnez-vous à notre newsletter / inscrivez-vous à notre newsletter / notre newsletter / "
    "votre adresse e-mail / votre e-mail / suscríbete / suscríbase / suscribirse / suscribirme / regístrate / boletín / "
    "boletines / nuestro boletín / suscríbete a nuestro boletín / suscríbete a nuestra newsletter / correo electrónico / "
    "tu correo electrónico / підписатися / підписатись / підписка / розсилка / підпишіться / наша розсилка / "
    "підпишіться на нашу розсилку / підпишіться на розсилку / ваш email / електронна пошта / подписаться / подписка / рассылка / "
    "abone ol / abone olun / bültenimize abone olun / e-bülten / bülten / haber bülteni / bültene abone ol / "
    "e-bültenimize abone olun / kaydol / üye ol / e-posta adresi / e-posta adresiniz / assine / inscreva-se / iscriviti / "
    "abbonati / zapisz się / subskrybuj / inschrijven / abonneer / prenumerera",
    "author": "about the author / about the authors / about author / about the writer / author / the author / written by / author bio / "
    "more from this author / more by this author / view all posts / see all posts / see author's posts / "
    "view author profile / contact the author / über den autor / über die autorin / zum autor / zur autorin / der autor / "
    "die autorin / mehr von diesem autor / à propos de l'auteur / a propos de l'auteur / l'auteur / "
    "tous les articles / sobre el autor / sobre la autora / acerca del autor / acerca de la autora / el autor / "
    "todos los artículos / про автора / про авторку / автор / об авторе / yazar hakkında / yazar / yazarın diğer yazıları / "
    "sobre o autor / sull'autore / o autorze / over de auteur / om skribenten",
}
SOCIAL: Final = frozenset(
    [
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "whatsapp",
        "telegram",
        "viber",
        "messenger",
        "pinterest",
        "instagram",
        "youtube",
        "tiktok",
        "bluesky",
        "threads",
        "mastodon",
        "flipboard",
        "pocket",
        "reddit",
        "email",
        "e-mail",
        "mail",
        "print",
        "share",
        "tweet",
        "copy",
        "link",
        "sms",
        "rss",
        "line",
        "vk",
        "xing",
        "tumblr",
        "google",
        "news",
        "plus",
        "line",
        "teilen",
        "drucken",
        "partager",
        "imprimer",
        "compartir",
        "imprimir",
        "поділитися",
        "друк",
        "paylaş",
        "yazdır",
        "e-posta",
        "save",
        "comments",
        "comment",
        "wechat",
        "weibo",
        "odnoklassniki",
        "skype",
        "truth",
        "social",
        "gab",
        "signal",
        "follow",
        "us",
        "on",
        "linkedin",
    ]
)


class Cue(NamedTuple):
    """A boilerplate phrase that opens a text, and what follows it."""

    kind: str
    strong: bool
    separator: str
    """What stands between the phrase and the rest: a colon, a dash, blanks; empty if nothing follows."""
    rest: str


WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`-][^\W_]+)*['’]?")
_APOSTROPHES = re.compile("[’ʼ‘`]")
_DASHES = re.compile(r"[‐‑‒–—―−]")


def fold(text: str) -> str:
    """Fold a text for comparison: compatibility forms, case, apostrophes, dashes and white space."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    text = unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").replace("ı", "i")
    return " ".join(_DASHES.sub("-", _APOSTROPHES.sub("'", text)).split())


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(w.strip("'") for w in WORD.findall(fold(phrase)))


def _phrases() -> dict[tuple[str, ...], tuple[str, bool]]:
    """Phrase → kind, strong."""
    table: dict[tuple[str, ...], tuple[str, bool]] = {}
    for languages, strong in ((RELATED_WEAK, False), (RELATED_STRONG, True)):
        for listed in languages.values():
            table.update((_key(phrase), ("related", strong)) for phrase in listed.split(" / "))
    for kind, listed in LINES.items():
        for phrase in listed.split(" / "):
            table.setdefault(_key(phrase), (kind, True))
    table.pop((), None)
    return table


_Meaning = tuple[str, bool]
_Branch = dict[str, tuple["_Branch", _Meaning | None]]


def _tree() -> _Branch:
    """Phrases by their words, one after the other."""
    tree: _Branch = {}
    for phrase, meaning in _phrases().items():
        branch = tree
        for word in phrase[:-1]:
            branch = branch.setdefault(word, ({}, None))[0]
        branch[phrase[-1]] = branch.get(phrase[-1], ({}, None))[0], meaning
    return tree


_TREE: Final = _tree()
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_MARK = re.compile(r"^\s*[:：|｜»›>→➤►▶–—-]")


def leading_cue(text: str) -> Cue | None:
    """The longest boilerplate phrase that opens a text; None if it opens with none."""
    branch, best = _TREE, None
    for match in WORD.finditer(text, 0, 160):
        if branch is _TREE and match.start() > 6:
            return None
        found = branch.get(fold(match[0]).strip("'"))
        if found is None:
            break
        branch, meaning = found
        if meaning is not None:
            best = meaning, match.end()
    if best is None:
        return None
    (kind, strong), end = best
    tail = text[end:]
    begin = WORD.search(tail)
    separator, rest = (tail, "") if begin is None else (tail[: begin.start()], tail[begin.start() :])
    if begin is not None and begin.start() and tail[begin.start() - 1] in "\"'“„«‘‚(":
        rest = tail[begin.start() - 1 :]
    return Cue(kind, strong, separator, rest.strip())


def marked(cue: Cue) -> bool:
    """Whether a colon, bar, arrow or dash parts the phrase from what follows."""
    return bool(_MARK.match(cue.separator))


def line_kind(text: str) -> str | None:
    """Kind of boilerplate that a whole line is, whatever stands around it; None for ordinary text.

    Weak phrases and phrases with something behind them are no answer here: they need context.
    """
    return kind_with(leading_cue(text), text) if len(text) <= 400 else _sentence_kind(text)


def kind_with(cue: Cue | None, text: str) -> str | None:
    """`line_kind` of a text whose leading cue is known."""
    if len(text) > 400:
        return _sentence_kind(text)
    if cue is not None and not cue.rest and cue.strong and "?" not in cue.separator.replace("?", "", 1):
        return cue.kind
    if (
        cue is not None
        and not cue.rest
        and not cue.strong
        and cue.separator.strip()[:1] in (":", "»", "›", "→", "…", ">")
    ):
        return cue.kind
    words = [w.casefold() for w in WORD.findall(text)] if len(text) <= 120 else []
    if 1 < len(words) <= 14 and not SOCIAL.isdisjoint(words) and all(w in SOCIAL or w.isdigit() for w in words):
        return "share"
    return _sentence_kind(text)


# Whole lines that a fixed phrase cannot name. Each is anchored at both ends or to an imperative opening, so that a
# sentence about the same thing stays.
_X = r"(?ix)"
_NETWORK = (
    r"(?:facebook|twitter|instagram|linkedin|telegram|телеграм|фейсбук|whatsapp|viber|youtube|google|tiktok|bluesky|threads|mastodon|pinterest|reddit"
    r"|flipboard|messenger|(?:^|\W)x(?:\W|$)|social\\s+media|réseaux|redes|соцмереж|соцсет|sozialen|sosyal)"
)
PATTERNS: Final = (
    (
        "copyright",
        re.compile(
            _X
            + r"""^\W*(?:(?:copyright|copyrights)\b\W*(?:©|\(c\)|\d{4})|©|\(c\)\s*(?:copyright|\d{4})
        |all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|todos\s+los\s+derechos\s+reservados
        |(?:всі|усі)\s+права\s+захищен|все\s+права\s+защищен|(?:tüm|her)\s+hakkı?\s+saklıdır|tüm\s+hakları\s+saklıdır
        |todos\s+os\s+direitos\s+reservados|tutti\s+i\s+diritti\s+riservati|wszelkie\s+prawa\s+zastrzeżone
        |this\s+material\s+may\s+not\s+be\s+published)"""
        ),
    ),
    (
        "copyright",
        re.compile(
            _X
            + r""".{0,160}\b(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés
        |todos\s+los\s+derechos\s+reservados|(?:всі|усі)\s+права\s+захищені|все\s+права\s+защищены
        |her\s+hakkı\s+saklıdır|tüm\s+hakları\s+saklıdır|todos\s+os\s+direitos\s+reservados)\W*$"""
        ),
    ),
    (
        "first_appeared",
        re.compile(
            _X
            + r"""^\W*(?:an?\s+(?:earlier\s+)?(?:version\s+of\s+)?)?(?:this|the)\s+(?:article|story|post|piece|report|column|essay|item|commentary|interview|analysis)
        \s+(?:(?:was|were|has\s+been|is)\s+)?(?:(?:first|originally|previously|also)\s+)+(?:appeared|published|posted|ran|run|featured|printed|co-?published|written\s+for)\b(?=.{0,200}$)"""
        ),
    ),
    (
        "first_appeared",
        re.compile(
            _X
            + r"""^\W*(?:the\s+post\s+.{5,200}\s+(?:appeared\s+first|first\s+appeared)\s+on
        |(?:originally|first)\s+(?:published|posted|appeared)\s+(?:on|at|by|in)\b[^,]{0,90}(?:,[^,]{0,24})?$
        |(?:dieser|der)\s+(?:artikel|beitrag|text|kommentar)\s+(?:ist|erschien|wurde)\s+(?:zuerst|zunächst|ursprünglich|erstmals)?.{0,60}(?:erschienen|veröffentlicht|zuerst|ursprünglich|zunächst)
        |(?:cet|l['’])\s*(?:article|texte)\s+(?:est|a)\s+(?:(?:été)\s+)?(?:d['’]abord|initialement|originellement)?\s*(?:paru|été\s+publié|publié)\b.{0,120}(?:initialement|d['’]abord|dans|sur|par)
        |(?:este|el)\s+(?:artículo|texto|reportaje)\s+(?:fue|se|apareció|ha\s+sido)\s+(?:publicó|publicado|originalmente|por\s+primera\s+vez)\b.{0,140}$
        |(?:ця|цей|це)\s+(?:стаття|матеріал|текст|публікація)\s+(?:була|був|вперше|спочатку|уперше|з['’]явил)\S*.{0,140}$
        |(?:эта|этот)\s+(?:статья|материал|текст)\s+(?:была|был|впервые)\s+.{0,140}$
        |bu\s+(?:yazı|makale|haber|içerik|metin)\s+(?:ilk\s+(?:olarak|kez|defa)|daha\s+önce|orijinal).{0,140}$)"""
        ),
    ),
    (
        "agency",
        re.compile(
            _X
            + r"""^\W*(?:\(?\s*(?:with|added)\s+(?:inputs?|reporting|additional\s+reporting|agency\s+inputs?|information|files?)\s+(?:from|by)\s+.{2,80}\)?\W*$
        |\(?\s*(?:this|the)\s+(?:story|article|report|news|copy|content)\s+(?:has|is|was)\s+(?:not\s+been\s+|been\s+)?(?:auto-?generated|edited|published|created|generated|sourced|taken|reproduced|supplied|provided|distributed)\b.{0,40}\b(?:staff|feed|agency|agencies|syndicated|wire|permission|licence|license)\b.{0,160}$
        |(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|compilation)\s+by\s+[^.]{3,150}(?:;|$)(?:\s*(?:additional\s+)?(?:reporting|writing|editing|compiled)\s+by\s+[^.]{3,100})*\W*$)
        |our\s+standards:\s+the\s+thomson\s+reuters\s+trust\s+principles\W*(?:.{0,30})$
        |(?:source|sources|quelle|quellen|fuente|fuentes|джерело|источник|kaynak|fonte|źródło|bron)\s*[:：]\s*\S.{0,80}$
        |\(\s*(?:ani|pti|ians|afp|ap|reuters|dpa|efe|upi|aa|iha|dha|ukrinform|interfax|tass|xinhua|yonhap|bloomberg|cnn|ansa|anadolu|unian)(?:\s*[/,&]\s*\w+)*\s*\)\W*$
        |(?:dpa|afp|ap|reuters|efe|sid|kna|epd|pti|ani|ians|anadolu|aa|ukrinform|xinhua|tass)(?:\s*[/,]\s*[\w.-]+)*\W*$
        |(?:mit\s+material\s+(?:von|der)|con\s+información\s+de|за\s+матеріалами|по\s+материалам|за\s+інформацією)\s+.{0,80}$
        |avec\s+(?:l['’])?(?:afp|ap|agences?|reuters)\b.{0,60}$)"""
        ),
    ),
    (
        "read_time",
        re.compile(
            _X
            + r"""^\W*(?:(?:estimated\s+)?(?:reading|read)\s+time\W*)?(?:approx\.?\s*)?\d{1,3}\s*[-‐–]?\s*(?:min(?:ute)?s?\.?|minuten|хв(?:илин\w*|\.)?|мин(?:ут\w*|\.)?|dk\.?|dakika\w*)
        \s*(?:read|reading|to\s+read|lesezeit|lesedauer|de\s+lecture|de\s+lectura|читання|на\s+читання|чтения|okuma(?:\s+süresi)?|de\s+leitura|di\s+lettura|czytania|leestijd)?\W*$
        |^\W*(?:lesezeit|lesedauer|temps\s+de\s+lecture|lecture|tiempo\s+de\s+lectura|час\s+(?:на\s+)?читання|время\s+чтения|okuma\s+süresi|reading\s+time|read\s+time)\s*[:：]?\s*(?:ca\.?\s*)?\d{1,3}\s*\w*\.?\W*$"""
        ),
    ),
    (
        "gallery",
        re.compile(
            _X
            + r"""^\W*(?:(?:image|photo|slide|picture|bild|foto|imagen|фото|зображення|fotoğraf|resim|photo)?\s*\d{1,3}\s*(?:/|of|von|sur|de|з|із|из|-)\s*\d{1,3}(?:\s*(?:images?|photos?|slides?|bilder|fotos?|фото))?
        |(?:view|see|show|open|launch)\s+(?:all\s+)?(?:\d+\s+)?(?:photos?|images?|pictures|slides|gallery)(?:\s*\(\d+\))?
        |(?:alle\s+)?\d+\s+(?:bilder|fotos?|photos?|images)(?:\s+anzeigen)?)\W*$"""
        ),
    ),
    (
        "comments",
        re.compile(
            _X
            + r"""^\W*(?:(?:view|show|read|see|load)\s+(?:all\s+)?(?:\d+\s+|the\s+)?comments?|\d{1,5}\s+(?:comments?|kommentare?|commentaires?|comentarios?|коментар\w*|комментари\w*|yorum\w*|responses?|replies)
        |(?:comments?|kommentare|commentaires|comentarios|коментарі|комментарии|yorumlar)\s*[(\[]\s*\d*\s*[)\]]
        |you\s+must\s+be\s+(?:logged|signed)\s+in\s+to\s+(?:post\s+a\s+)?comment.{0,60}
        |your\s+email\s+address\s+will\s+not\s+be\s+published.{0,80})\W*$"""
        ),
    ),
    (
        "newsletter",
        re.compile(
            _X
            + r"""^\W*(?:(?:please\s+)?(?:sign\s+up|subscribe|register|join|get|receive|enter|have|want|don['’]?t\s+miss|never\s+miss|stay|keep|start|begin|like\s+what|enjoy\w*|support|become|click\s+here\s+to\s+(?:sign|subscribe|join))\b
        .{0,220}\b(?:newsletters?|inbox|e-?mail(?:s|\s+alerts|\s+address|\s+updates)?|mailing\s+list|subscribers?|breaking\s+news\s+alerts?|daily\s+(?:brief(?:ing)?|digest)|whatsapp\s+channel|telegram\s+channel|(?:our|the)\s+app)\b.{0,160}$
        |(?:the\s+)?(?:latest|best|biggest|top|day['’]?s)\b.{0,80}\b(?:straight|direct(?:ly)?|delivered|sent)\s+to\s+your\s+(?:inbox|e-?mail|phone).{0,80}$
        |(?:melden\s+sie\s+sich|abonnieren\s+sie|jetzt\b.{0,40}\b(?:abonnieren|anmelden)|bestellen\s+sie|erhalten\s+sie|bleiben\s+sie|verpassen\s+sie|der\s+tag\s+in|holen\s+sie|hier\s+können\s+sie|mit\s+unserem)\b.{0,200}\b(?:newsletters?|postfach|e-?mail|app|kanal|abonnieren|push-\w+)\b.{0,120}$
        |(?:inscrivez|abonnez|recevez|ne\s+manquez|restez|retrouvez|chaque\s+(?:jour|matin|semaine))\b.{0,220}\b(?:newsletters?|lettres?\s+d['’]info\w*|infolettres?|boîte\s+(?:mail|de\s+réception|aux\s+lettres)|e-?mails?|chaîne|inscri\w+)\b.{0,140}$
        |(?:suscr[íi]b\w+|reg[íi]str\w+|recib[ae]\w*|apúnt\w+|únete|mantente|no\s+te\s+pierdas|quiere\w*)\b.{0,220}\b(?:newsletters?|bolet[íi]n(?:es)?|correo(?:\s+electrónico)?|e-?mail|bandeja(?:\s+de\s+entrada)?|canal)\b.{0,140}$
        |(?:підпи(?:шіться|суйтесь|суйтеся|шись)|отримуйте|приєднуйтесь|приєднуйтеся|хочете|долучайтесь|долучайтеся|щоб\s+не\s+пропустити|читайте\s+нас|стежте)\b.{0,220}(?:розсилк\w+|пошт\w+|e-?mail|канал\w*|telegram|телеграм\w*|facebook|viber|whatsapp|google).{0,140}$
        |(?:подпи(?:шитесь|сывайтесь)|получайте|присоединяйтесь)\b.{0,220}(?:рассылк\w+|почт\w+|канал\w*|telegram|телеграм\w*).{0,140}$
        |(?:[\w’'-]+\s+){0,8}(?:e-?bülten\w*|bülten\w*|haber\s+bülten\w*|whatsapp\s+kanal\w*|telegram\s+kanal\w*|youtube\s+kanal\w*)\b.{0,100}\b(?:abone\s+ol\w*|kaydol\w*|kayıt\s+ol\w*|katıl\w*|takip\s+ed\w*|üye\s+ol\w*).{0,80}$
        |(?:abone\s+ol\w*|kaydol\w*|üye\s+ol\w*|katılın)\b.{0,140}$
        |.{0,100}\bgelen\s+kutunuz\w*\b.{0,80}$)"""
        ),
    ),
    (
        "share",
        re.compile(
            _X
            + rf"""^\W*(?:(?:please\s+)?(?:follow|like|find|join|connect\s+with|add)\s+(?:us|me|our\s+(?:page|channel)|[\w .'-]{{2,40}})\s+(?:on|as\s+a\s+preferred\s+source\s+on)\s+.{{0,60}}{_NETWORK}.{{0,120}}$
        |share\s+(?:(?:this|the)\s+(?:article|story|post|page|news|content|link|video)|on|via|with|to)?\b.{{0,30}}(?:{_NETWORK}.{{0,60}}|\b(?:article|story|post|page|friends|others)\W*)$
        |click\s+(?:to|here\s+to)\s+(?:share|print|email).{{0,80}}$
        |(?:folgen\s+sie|folge|suivez|retrouvez|síguenos|síganos|siga\s+a|sigue\s+a|слідкуйте\s+за|стежте\s+за|підписуйтес[ья]|читайте\s+нас|следите\s+за|подписывайтесь|bizi|haberi|bu\s+haberi)\b.{{0,80}}{_NETWORK}.{{0,80}}$
        |(?:diesen\s+|den\s+)?(?:artikel|beitrag)\s+(?:teilen|drucken|merken|versenden|per\s+mail).{{0,40}}$|partage[rz]\s+(?:cet|l['’])\s*article.{{0,40}}$
        |(?:partage[rz]|compart[ei]r?|comparta|поділ(?:итися|итись|іться)|поширити|поделит(?:ься|есь))\s+(?:\S+\s+){{0,4}}\S*{_NETWORK}.{{0,40}}$
        |compart[ei]r?\s+(?:esta|este|la|el)\s+(?:noticia|artículo|nota|historia)\W*$|(?:bu\s+)?haberi?\s+paylaş\w*\W*$)"""
        ),
    ),
    (
        "consent",
        re.compile(
            _X
            + r"""^\W*(?:(?:we|this\s+(?:web)?site|our\s+(?:web)?site|our\s+partners|[\w.]+\s+and\s+(?:its|our)\s+partners)\s+(?:and\s+our\s+partners\s+)?(?:use|uses|may\s+use|store|stores)\s+(?:\w+\s+){0,3}cookies\b.{0,600}
        |by\s+(?:continuing|using|clicking|browsing)\b.{0,120}\b(?:you\s+(?:agree|accept|consent)|cookies)\b.{0,300}
        |(?:this|the)\s+content\s+(?:is\s+hosted|is\s+provided|is\s+served|comes|cannot\s+be|could\s+not\s+be)\b.{0,160}(?:third[\s-]party|cookies?|consent|privacy|accept|browser|loaded).{0,200}
        |(?:to\s+(?:view|see|display|watch)\s+(?:this|the)\s+(?:content|video|tweet|post|embed))\b.{0,160}(?:cookies?|consent|accept|enable|javascript).{0,200}
        |(?:please\s+)?(?:enable|accept|allow)\s+(?:\w+\s+)?(?:cookies|javascript)\b.{0,160}
        |(?:wir|diese\s+(?:web)?seite|unsere\s+(?:web)?seite)\s+(?:verwende[nt]|nutze[nt]|setze[nt])\s+(?:\w+\s+){0,3}cookies\b.{0,500}
        |(?:an\s+dieser\s+stelle|hier)\s+(?:finden\s+sie|steht|befindet\s+sich|sehen\s+sie)\s+.{0,60}(?:externe[nr]?\s+inhalt|inhalte?\s+von|empfohlene[nr]?\s+redaktionelle[nr]?\s+inhalt|einen\s+externen|der\s+den\s+artikel\s+ergänzt).{0,300}
        |ich\s+bin\s+damit\s+einverstanden,?\s+dass\s+mir\s+externe.{0,300}
        |(?:nous|ce\s+site|notre\s+site)\s+utilis(?:ons|e)\s+(?:\w+\s+){0,3}cookies\b.{0,500}|en\s+(?:continuant|poursuivant)\b.{0,160}\bcookies\b.{0,300}
        |(?:utilizamos|usamos|este\s+sitio\s+(?:web\s+)?(?:utiliza|usa)|nuestro\s+sitio\s+(?:web\s+)?(?:utiliza|usa)|al\s+continuar)\b.{0,120}\bcookies\b.{0,400}
        |(?:ми|цей\s+сайт|наш\s+сайт)\s+використову(?:ємо|є)\s+.{0,30}(?:cookies?|кукі|файли).{0,400}|продовжуючи\s+.{0,100}(?:cookies?|погоджуєтес).{0,300}
        |(?:мы|этот\s+сайт|наш\s+сайт)\s+использу(?:ем|ет)\s+.{0,30}(?:cookies?|куки|файлы).{0,400}
        |(?:bu\s+(?:web\s+)?site(?:si|miz)?|sitemiz(?:de)?|web\s+sitemiz(?:de)?|size\s+daha\s+iyi|deneyiminizi|sizlere)\b.{0,120}\b(?:çerez\w*|cookie\w*).{0,400})$"""
        ),
    ),
    (
        "author",
        re.compile(
            _X
            + r"""^\W*(?:(?:view|see|read)\s+all\s+(?:posts|articles|stories)\s+(?:by|from)\s+.{2,60}|more\s+(?:from|by|articles\s+by|stories\s+by|posts\s+by)\s+(?:this\s+author|the\s+author|the\s+same\s+author)
        |(?:mehr|alle\s+(?:artikel|beiträge))\s+von\s+(?:diesem|dieser)\s+autor\w*|(?:tous\s+les\s+articles|voir\s+tous\s+les\s+articles)\s+de\s+.{2,60}|(?:todos\s+los|ver\s+(?:todos\s+los|más))\s+artículos\s+de\s+.{2,60})\W*$"""
        ),
    ),
    (
        "tags",
        re.compile(
            _X
            + r"""^\W*(?:tags?|topics?|filed\s+(?:under|in)|posted\s+in|tagged(?:\s+(?:with|in|as))?|keywords?|categor(?:y|ies)|schlag(?:worte|wörter)|stichworte|themen|mots[-\s]clés|thèmes|étiquettes|etiquetas|temas|palabras\s+clave|теги|мітки|теми|метки|etiketler|etiket|konular|anahtar\s+kelimeler|tagi)\s*[:：]\s*.{1,300}$"""
        ),
    ),
)
# One of these must be in a text before a kind's patterns are tried: most paragraphs hold none of them.
_NEEDED: Final = {
    "copyright": ("copyright", "©", "(c)", "rights", "rechte", "droits", "derechos", "права", "saklı", "direitos", "diritti", "prawa", "this material"),
    "first_appeared": (
        "appear", "publish", "posted", "printed", " ran ", "featured", "written for", "erschien", "veröffentlicht", "zuerst", "ursprünglich", "paru", "publié",
        "public", "originalmente", "вперше", "уперше", "спочатку", "опублік", "з'яви", "з’яви", "впервые", "опубл", "ilk ", "daha önce", "orijinal",
    ),
    "agency": (
        "with ", "added ", "reporting", "editing", "writing", "compil", "staff", "feed", "agenc", "syndicat", "wire", "permission", "licen", "standards",
        "source", "quelle", "fuente", "джерел", "источник", "kaynak", "fonte", "źródło", "bron", "(", "/", "material", "avec ", "información", "матеріал",
        "материал", "інформаці", "reuters", "afp", "dpa", "ap", "efe", "sid", "kna", "epd", "pti", "ani", "ians", "aa", "ukrinform", "xinhua", "tass",
    ),
    "read_time": ("min", "хв", "мин", "dk", "dakika", "lese", "lecture", "lectura", "читання", "чтения", "okuma", "time"),
    "gallery": ("/", " of ", " von ", " sur ", " de ", " з ", " із ", " из ", "-", "photo", "image", "picture", "slide", "gallery", "bilder", "foto", "фото"),
    "comments": ("comment", "kommentar", "coment", "комент", "коммент", "yorum", "respons", "repl", "email address"),
    "newsletter": (
        "newsletter", "inbox", "mail", "subscri", "alert", "brief", "digest", "whatsapp", "telegram", "app", "phone", "postfach", "abonn", "kanal", "push",
        "lettre", "boîte", "chaîne", "inscri", "bolet", "correo", "bandeja", "canal", "розсилк", "пошт", "канал", "facebook", "viber", "google", "рассылк",
        "почт", "телеграм", "bülten", "abone", "kaydol", "üye ol", "katılın", "kutunuz",
    ),
    "share": (
        "follow", "like us", "find us", "join us", "connect with", "add ", "share", "click", "folgen", "artikel", "beitrag", "suivez", "partage", "sígu", "síga",
        "siga a", "comparte", "compartir", "поділ", "поширити", "нами", "читайте нас", "поделит", "takip", "paylaş",
    ),
    "consent": ("cookie", "çerez", "кукі", "куки", "файл", "content", "video", "tweet", "post", "embed", "javascript", "inhalt", "einverstanden", "agree", "погоджує"),
    "author": ("view all", "see all", "read all", "more ", "mehr von", "alle ", "tous les", "artículos"),
    "tags": (":", "："),
}  # fmt: skip


# First words that a longer text of a kind can open with; a text that opens otherwise is spared the patterns.
_OPENERS: Final = {
    "copyright": "copyright copyrights c all alle tous todos всі усі все tüm her tutti wszelkie this ©",
    "first_appeared": "a an this the originally first dieser der cet l este el ця цей це эта этот bu",
    "agency": "with added this the additional reporting writing editing compiled compilation our source sources quelle quellen fuente fuentes "
    "джерело источник kaynak fonte źródło bron mit avec con за по",
    "newsletter": "please sign subscribe register join get receive enter have want don don't dont never stay keep start begin like enjoy enjoyed enjoying "
    "support become click the latest best biggest top day day's melden abonnieren jetzt bestellen erhalten bleiben verpassen der holen hier mit inscrivez "
    "inscrivez-vous abonnez abonnez-vous recevez ne restez retrouvez chaque suscríbete suscríbase suscribirse suscribe regístrate regístrese recibe reciba recibir "
    "apúntate únete mantente no quiere quieres підпишіться підписуйтесь підписуйтеся підпишись отримуйте приєднуйтесь приєднуйтеся хочете долучайтесь "
    "долучайтеся щоб читайте стежте подпишитесь подписывайтесь получайте присоединяйтесь abone kaydol kaydolun üye katılın",
    "share": "please follow like find join connect add share click folgen diesen den artikel beitrag suivez suivez-nous partage partager partagez síguenos "
    "síganos siga comparte comparta compartir поділитися поділитись поділіться поширити слідкуйте стежте читайте поделиться поделитесь следите bizi bu haberi",
    "consent": "we this our by the to please enable accept allow wir diese unsere an hier ich nous ce notre en utilizamos usamos este nuestro al ми цей наш "
    "продовжуючи мы этот bu sitemiz sitemizde web size deneyiminizi sizlere",
    "comments": "you your view show read see load comments comment kommentare commentaires comentarios коментарі комментарии yorumlar",
    "gallery": "view see show open launch image photo slide picture bild foto imagen фото зображення fotoğraf resim alle",
    "author": "view see read more mehr alle tous voir todos ver",
    "read_time": "estimated reading read lesezeit lesedauer temps lecture tiempo час время okuma",
    "tags": "tag tags topic topics filed posted tagged keyword keywords category categories schlagworte schlagwörter stichworte themen mots mots-clés thèmes "
    "étiquettes etiquetas temas palabras теги мітки теми метки etiketler etiket konular anahtar tagi",
}  # fmt: skip
_OPENING_KINDS: Final = {
    word: frozenset(kind for kind, listed in _OPENERS.items() if word in listed.split())
    for words in _OPENERS.values()
    for word in words.split()
}
_SHORT_TEXT: Final = 90
_ENDS_RESERVED: Final = re.compile(r"(?i)(?:reserved|vorbehalten|réservés|reservados|защищены|захищені|saklıdır)\W*$")


def _sentence_kind(text: str) -> str | None:
    """Kind of a line by the patterns that its first word, digits and marks leave possible."""
    if len(text) > 700:
        return None
    first = WORD.search(text, 0, 40)
    kinds = _OPENING_KINDS.get(fold(first[0]).strip("'"), _NO_KIND) if first else _NO_KIND
    if len(text) <= _SHORT_TEXT:
        if not text.isalpha() and any(map(str.isdigit, text)):
            kinds |= _DIGIT_KINDS
        if len(text) <= 16 or "(" in text or "/" in text:
            kinds |= _AGENCY_KIND
    if len(text) < 250:
        if "©" in text[:20] or "(c)" in text[:20].lower() or _ENDS_RESERVED.search(text[-30:]):
            return "copyright"
        if not text.isascii() and any(word in text for word in _TURKISH_CHANNELS):
            kinds |= _NEWSLETTER_KIND
    if any(map(text.__contains__, _DISCLOSING)) and _DISCLOSURE.search(text):
        return "disclosure"
    if not kinds:
        return None
    lowered = text.lower()
    for kind, pattern in PATTERNS:
        if kind in kinds and any(map(lowered.__contains__, _NEEDED[kind])) and pattern.match(text):
            return kind
    return None


# What a publication earns by the links beside its text: said of "us" and of "you", which a report about it does not say.
_DISCLOSING: Final = (
    "ommission",
    "ffiliate",
    "rovision",
    "omisi",
    "коміс",
    "комис",
    "mazon Associate",
    "rowizj",
    "qualifying",
)
_DISCLOSURE: Final = re.compile(
    r"""(?ix)\b(?:we|our\s+\w+|[\w.&’'-]+)\s+(?:may|might|could|can|will)\s+(?:also\s+)?(?:earn|receive|get|make|collect|be\s+paid)\s+(?:\w+\s+){0,3}(?:commissions?|compensation|referral)
    |\bas\s+an?\s+amazon\s+associate|\bas\s+an\s+affiliate\b.{0,60}\bearn
    |\b(?:we|i)\s+(?:earn|receive|get|make)\s+(?:\w+\s+){0,3}commissions?\b.{0,80}\b(?:links?|purchas\w+|buy|products?)
    |\bpurchases?\b.{0,60}\b(?:earns?\s+us|may\s+earn)\b.{0,40}commissions?
    |\b(?:this|the|our)\s+(?:\w+\s+){0,2}(?:article|post|page|story|site|guide|review)\s+(?:may\s+)?(?:contains?|includes?|uses)\s+(?:\w+\s+){0,2}affiliate\s+links?
    |\b(?:wir|die\s+redaktion)\b.{0,80}\bprovision\b.{0,80}\b(?:links?|k[aä]uf\w*)|\baffiliate-links?\b.{0,120}\bprovision
    |\bliens?\s+affiliés?\b.{0,160}\bcommission|\benlaces?\s+de\s+afiliad\w+\b.{0,160}\bcomisi
    |\bearn\w*\s+from\s+qualifying\s+purchases|\b(?:erhalten|bekommen|verdienen|bekommt|erhält)\s+(?:wir|die\s+redaktion)\b.{0,40}\bprovision
    |\b(?:nous\s+(?:pouvons|pourrions)|[\w’' ]{2,30}\bpeut)\s+(?:percevoir|toucher|recevoir)\b.{0,30}\bcommission|\bpodemos\s+(?:recibir|ganar|obtener)\b.{0,20}\bcomisi
    |\b(?:отримувати|отримати|получать|получить)\s+(?:\w+\s+)?(?:коміс|комис)|\bkomisyon\s+(?:alabilir\w*|kazanabilir\w*)|\bprowizj\w+\b.{0,40}\b(?:zakup\w*|link\w*)
    |\b(?:riceviamo|potremmo\s+ricevere|guadagn\w+)\b.{0,40}\bcommission\w+|\b(?:recebemos|podemos\s+receber)\b.{0,30}\bcomiss"""
)
_NO_KIND: Final[frozenset[str]] = frozenset()
_DIGIT_KINDS: Final = frozenset(("read_time", "gallery", "comments"))
_AGENCY_KIND: Final = frozenset(("agency",))
_NEWSLETTER_KIND: Final = frozenset(("newsletter",))
_TURKISH_CHANNELS: Final = ("bülten", "Bülten", "kanalı", "kutunuz")
