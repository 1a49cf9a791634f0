"""What labels, buttons and notices around an article are worded with, per language. A star stands for any ending.

``hard`` words are about the publication or its page even in a whole sentence, ``soft`` ones only where the line is none;
with words ``around`` them a line says nothing else.
"""

from typing import Final

FURNITURE: Final[dict[str, dict[str, str]]] = {
    "en": {
        "hard": "reprints trinity ai-generated summary summaries ad ads adblock* blocker sponsored adblocker adchoices advert* advertiser's sponsor sponsors sponsored comment comments commenting commented commenter* subscribe subscriber* subscribing subscribed "
        "subscription* unsubscribe newsletter newsletters inbox mailing signup login sign-up spam bookmark bookmarks favorites favourites copied "
        "clipboard hyperlink click tap swipe scroll slideshow fullscreen captions audio player playback unmute mute autoplay transcript embed download app apps "
        "notification notifications push cookie cookies consent privacy captcha recaptcha typo donate donation* homepage webpage login account password toggle "
        "reprint reprints republish republishing licensing permissions facebook twitter whatsapp instagram youtube linkedin tiktok telegram reddit flipboard pinterest bluesky "
        "netiquette moderated moderation moderator* paywall e-paper epaper e-edition crossword sudoku hashtag retweet tweet reload refresh upload rss sitemap",
        "soft": "email emails e-mail e-mails podcast podcasts javascript browser article articles story stories headline headlines news topic topics tag tags tagged trending recommended featured popular read reads reader readers reading view views viewed "
        "latest related link links photo photos picture pictures gallery galleries image images video videos caption slide slides episode episodes editor's editors editors' picks pick "
        "choice quiz quizzes poll polls puzzles games newsroom website site page feedback helpful print save saved share shares shared sharing gift listen watch breaking icymi hot live "
        "explore discover load next previous prev home menu search close expand embed author authors author's contributor contributors writer writers columnist archive archives exclusive members member "
        "sponsored promoted partner partners preferred source sources edition editions language languages font dark theme mode settings options updates developing minute minutes post posts "
        "coverage reporter reporters interactive multimedia infographic alerts alert reviews columnists opinion opinions events webinar webinars trending jobs careers contact about support print",
        "around": "more a an the this that these those it its our ours your yours you we us they to in on of off for from with without by at as and or but if so all any every each other others no not be is are was were "
        "been being has have had do does did will would can could may might should must just also too only again later below above under here there now today today's tonight yet still soon ago "
        "see seen show shows shown hide hidden get gets got find out skip back up down top end new newest most best big bigger full free open add added join follow following start started begin "
        "continue continued continues continuing keep sign log in register registered enter send sent make made set turn turned enable enabled disable disabled allow accept manage choose change write "
        "tell let know think thoughts say leave respect respectful never miss missed stay informed updated update want like liked love help helping thank thanks please welcome receive offer offers "
        "deal deals special limited time day daily week weekly month monthly year yearly annual hour morning evening weekday sunday monday friday one two "
        "unlimited digital access trial try join first last second part series in-depth what who why how when which people person others everyone work works possible loading loaded load "
        "something went wrong try again invalid valid required address name number text size large small medium view original version different another item items list lists reading "
        "closed disabled available unavailable unable currently yet before after posting posted publish published publication guidelines guideline policy policies terms service use conditions apply protected site's "
        "google apple spotify x policy platform channel channels page group device devices phone mobile desktop window tab wherever button above enjoy enjoying enjoyed already existing customer customers "
        "get notified options option choices choice remove report reported problem issue error correction corrections inappropriate content contents media social third party around web else personal opinion rest message messages presented brought paid partnership unlimited per off success successfully signed confirmation context seconds second why am seeing close order purchase buy rights full-text personal sell check never delivered once were pictures tip tips confidential newsroom information touch spotted spot suggested suggest similar also might staff filed mentioned commented popular current playback speed element elements by supported support unblock blocked settings switch become need work makes helps free journalism independent reporting rate did improve experience best ensure uses using used sell quality local agree agreed create created account full story briefing brief alert remaining limit reached gift give gave copy copying enlarge enlarged tap left right watch watched audio estimated few less minute minutes visit visiting catch catching dedicated coverage all-access external voice automated automatically generated ai "
        "friend friends family question questions ask anything comment's discussion discussions conversation conversations join start community topic don't won't can't you're you'll you've we're we'll we've it's that's "
        "what's let's here's who's isn't aren't hasn't haven't couldn't didn't doesn't main through into about over than their own them he she per cent review note notes space credit card cards cancel anytime cancelled any",
    },
    "de": {
        "hard": "anzeige anzeigen* werbung werbe* sponsor* kommentar* kommentier* netiquette abo abos abonn* newsletter* postfach e-mail e-mails email mail mails anmeldung abmeld* abbestell* registrier* "
        "cookie cookies datenschutz* einwilligung link links zwischenablage merkliste leseliste lesezeichen app apps push push-* benachrichtigung* facebook twitter whatsapp instagram youtube "
        "telegram linkedin tiktok klicken klick browser passwort konto startseite seitenanfang leserbrief* bilderstrecke* bildergalerie* fotostrecke* fotogalerie* vollbild vorlesen "
        "anhören player podcast podcasts liveticker newsticker liveblog* themenseite* übersichtsseite* autorenprofil impressum netiquette quiz umfrage abstimmen abstimmung spende* spenden ki teilen drucken "
        "merken downloads download herunterladen e-paper epaper rss redaktionell* gesponsert* kostenlos* testen",
        "soft": "artikel artikeln beitrag beiträge beiträgen nachricht nachrichten meldung meldungen thema themen topthemen top-themen top-artikel top-news schlagwort* stichwort* news video videos bild bilder bildern foto fotos "
        "galerie autor autors autorin autoren redaktion beliebt beliebte beliebteste meistgelesen* meistkommentiert* meistgeklickt* empfehlung* empfohlen* empfiehlt lesenswert* lesetipp* ähnliche verwandte "
        "neueste neuesten neuste aktuelle aktuellen aktuell passend interessant interessante interessieren interessiert gefallen weiterlesen weiter weitere laden schließen suche menü zurück vorheriger vorherige nächster nächste "
        "lesen lesezeit hören ansehen abspielen speichern versenden feedback fehler melden hilfreich exklusiv premium plus partner partnern quelle quellen externe externer externen inhalt inhalte übersicht überblick "
        "fokus rubrik ressort archiv",
        "around": "website webseite der die das den dem des ein eine einen einem einer eines und oder aber auch nur noch nicht kein keine mehr mehrere alle alles allen ihr ihre ihren ihrem ihrer sie uns unser unsere unserem unseren unserer wir ich mir mich es "
        "dieser diese dieses diesen diesem hier dort jetzt heute nach oben unten über unter vor von vom aus auf an am in im ins zu zum zur für mit bei um als wie was wer ist sind war wurde wurden werden wird haben hat "
        "können könnte könnten kann bitte danke vielen dank geht geht's gibt finden findet sehen zeigen anzeigen einloggen loggen anmelden melden ein folgen folgt besuchen holen schreiben sagen meinung geben gültige eingeben adresse "
        "abgeben hinterlassen diskutieren diskussion denken darüber dazu daran beachten geschlossen deaktiviert beendet jederzeit möglich gelten bedingungen hinzufügen bevorzugte bevorzugten google kopieren kopiert seite "
        "tag tage tages woche monat wichtigsten wichtigste besten direkt aller lage verwenden verwendet nutzen nutzt akzeptieren ablehnen einstellungen verwalten unsere dem ladens laden bereitgestellt besser vielleicht "
        "ansonsten gefallen hat bereits schon unterstützen per via vollständigen ganzen kompletten text fortsetzen fortgesetzt setzt hause redaktioneller drittanbietern angezeigt einverstanden scrollen zeit min minuten minute sichern nutzer leser",
    },
    "fr": {
        "hard": "publicité publicités pub sponsor* annonceur* commentaire* commenter commentez abonn* s'abonner newsletter* infolettre* e-mail e-mails email mail courriel inscription inscriv* désinscri* désabonn* "
        "cookie cookies confidentialité lien liens presse-papiers favoris marque-page appli application notifications facebook twitter whatsapp instagram youtube telegram linkedin tiktok messenger cliquer cliquez "
        "clic navigateur compte accueil diaporama galerie plein player podcast podcasts audio direct charte modération modér* sondage quiz don dons soutenez partager partage partagez imprimer télécharg* connecter connectez-vous "
        "connecté identifiez-vous mot-clé mots-clés rss erreur signaler signalez signalez-la signalez-la-nous",
        "soft": "email emails e-mail e-mails podcast podcasts javascript browser article articles actualité actualités actu actus info infos nouvelle nouvelles sujet sujets thème thèmes dossier vidéo vidéos vidéo photo photos image images auteur auteurs rédaction lire lu lus lue lues relire voir écouter "
        "regarder découvrir consultés consulté populaires populaire partagés partagées commentés commentées tendances tendance recommandé recommandés recommandations sélection choix similaires connexes associés liés une récents récent derniers dernières dernière dernier "
        "suite suivant suivante précédent précédente retour haut enregistrer sauvegarder plus autres rubrique partenaire partenaires sponsorisé sponsorisés contenu contenus lecture réagir suivez suivre aimer aimerez intéresser journal numéro",
        "around": "le la les l l' un une des du de d d' et ou mais à au aux en y sur sous dans par pour avec sans ce cet cette ces c'est votre vos notre nos vous nous on je j' ma mes mon son sa ses leur leurs tous tout toute toutes "
        "est sont a ont été être avez avons peut pouvez pourrait pourraient pourriez devez veuillez merci ici là aujourd'hui aussi également encore déjà même après avant ci-dessous dessous dessus ne pas rater manquer fermés fermé désactivés désactivée "
        "ajouter ajoutez laisser laissez soyez premier premiers première donnez donner avis qu'en pensez-vous pensez dites-le dites moment saisir valide adresse obligatoires champs indiqués sera publiée recevez recevoir essentiel l'essentiel matin jour semaine chaque "
        "toute l'actualité l'info l'article l'application l'accueil d'articles d'actualités d'autres d'infos activez rejoignez communauté réseaux sociaux source sources préférées google chaîne alertes copier copié offrir envoyer ami amis continuer continue accepter refuser tout gérer préférences "
        "afficher charger passer complet complète numérique temps minutes min gratuit gratuitement offre mois euro euros site web plaît plu utile ailleurs que qui ceci cela cela rédigé réservée réservé question remarque écrivez-nous contactez-nous contactez laisser",
    },
    "es": {
        "hard": "darte darse publicidad anuncio anuncios anunciante* patrocin* comentario* comentar comenta coméntalo suscri* suscríb* newsletter* boletín boletines correo email e-mail mail regístrate registro cookie cookies privacidad enlace enlaces "
        "portapapeles favoritos app aplicación notificaciones facebook twitter whatsapp instagram youtube telegram linkedin tiktok clic click pincha navegador cuenta contraseña portada galería fotogalería pantalla podcast podcasts audio "
        "encuesta donación dona donar apóyanos compartir comparte compártela compártelo imprimir descarga* escríbenos escríbanos avísanos contáctanos sesión etiqueta etiquetas rss síguenos síganos únete agréganos déjanos envíanos",
        "soft": "artículo artículos noticia noticias nota notas tema temas última últimas último últimos hora vídeo vídeos video videos foto fotos imagen imágenes autor autora autores redacción leer lee lea leído leídas leídos leída ver visto vistas vista "
        "escuchar escucha populares popular tendencia tendencias recomendado recomendados recomendada recomendadas recomendaciones recomendamos selección relacionado relacionada relacionadas relacionados destacada destacadas destacado destacados interesar interese "
        "interesa interesarte gustar siguiente anterior volver inicio subir guardar regalar cargar más otras otros sección contenido contenidos exclusivo premium lectura seguir sigue siga continúa continuar ampliar reproducir mira error reportar reporta informar agencias fuente reciente comentado compartido elegidos",
        "around": "el la los las lo un una unos unas y o pero de del a al en por para con sin sobre entre este esta estos estas esto eso su sus tu tus te ti le les nos nuestro nuestra nuestros nuestras se me mi ya qué que quién cómo también además aún todo toda todos todas no ni si es son "
        "está están fue ha has han puede puedes puedas podría aquí ahora hoy después antes tras abajo arriba debajo cualquier momento gracias haz haga hacer deja dejar darte baja sé primero primera en dirección electrónico será publicada campos obligatorios "
        "marcados están cerrados desactivados añade añadir agregar preferida preferido google canal comunidad redes sociales activa copiar copiado guardado gratis gratuita día diario semana mes mañana aceptar continuar gestionar configurar "
        "mostrar mostrar menos ver completo completa quizá quizás pierdas te favoritas tiempo minutos min soy suscriptor eres estás danos opinión opinas inicia iniciar usuarios normas útil sido gustado gustó normas lengua idioma otra otro editor edición digital papel recibe recibir reciba nuestra web sitio página utiliza utilizamos",
    },
    "uk": {
        "hard": "реклам* спонсор* партнерськ* коментар* коментув* прокоментув* підписк* підпис* передплат* розсилк* email e-mail електронн* пошт* скриньк* cookie cookies кукі конфіденційн* посилан* обране застосун* додаток додатк* сповіщен* "
        "facebook twitter whatsapp instagram youtube telegram telegram-* viber linkedin tiktok фейсбук телеграм* вайбер* клік* натисн* браузер* акаунт* пароль головну галере* фотогалере* екран подкаст* аудіо опитуван* донат* задонат* патрон* поділит* поділіт* поширит* "
        "друк* надрукув* завантаж* увійти увійдіть зареєструв* зареєструйт* передрук* копіюван* гіперпосилан* теги тег помилк* rss",
        "soft": "статт* новин* матеріал* тем* топ топ-новини стрічк* відео фото зображен* автор* редакці* читайте читати читають читай дивіться дивитися дивитись слухати слухай прослухати популярн* найпопулярн* найчитан* рекоменд* радить вибір схож* інші цікав* зацікавит* сподобат* "
        "останн* головн* важлив* більше ще показати далі попередн* наступн* назад вгору догори зберегти джерел* рубрик* категор* спецпроєкт* спецпроект* оновлюєт* доповнюєт* детальніше докладніше стежте слідкуйте приєднуйт* долучайт* підтрима* повністю інтерв'ю",
        "around": "і й та або але не ні в у на з із зі до від для по про за при під над після перед це цей ця цю ці цього цієї нас нам нами наш наша наші нашу нашій нашого нашому нашою ваш ваша ваші вашу вас вам ви ми я також тут там зараз сьогодні тиждень тижня тижні доби місяця року день дня місяць "
        "усі всі все весь кожен що як хто чи щоб якщо якщо ж лише тільки можна може можливо можете буде була було були є закрито закриті вимкнено вимкнені додати додайте залишити залишайте написати напишіть надіслати надішліть пишіть думаєте скопіювати скопійовано "
        "версія канал* каналі спільнот* соцмереж* google обраних друзями час хв хвилин* читання хвилини прийняти погоджуюсь погоджуюся ім'я адреса адресу опубліковано оприлюднюватиметься обов'язкові поля позначені оформити стати першим першими будьте отримуйте щодня щоранку "
        "сайт* сайту використов* користуван* умов* дозволен* заборонен* наявності згод* стор* світ* зв'язатися був корисн* оцініть переглянути перейти",
    },
    "tr": {
        "hard": "reklam* sponsor* yorum* abone* bülten* e-bülten* e-posta email mail bildirim* çerez* gizlilik link linki bağlantı* favori* uygulama* facebook* twitter* whatsapp* instagram* youtube* telegram* linkedin* tiktok* tıkla* tıklayın tıklayınız tıklayarak buradan buraya tarayıcı* "
        "hesab* şifre* anasayfa ana galeri* ekran podcast* ses sesli anket* bağış* paylaş paylaşın yazdır üye giriş kaydol* kaydır* indir* etiket* izinsiz kopyalanamaz rss ihbar* bildirin bildir",
        "soft": "haber haberi haberin haberler haberleri haberlerimizi haberlerinden haberimiz* yazı yazısı yazıları yazarın yazar konu konular video videoyu videolar foto fotoğraf* görsel* editör* editörün muhabir* kaynak* oku okuyun okunan* okumak okuma okuyabilirsiniz izle izlenen* izleyin dinle dinleyin popüler trend* önerilen* öneri* seçtik* seçtikleri seçimi benzer ilgili ilginizi "
        "çekebilir öne çıkan* çıkanlar çıkanları son sonraki önceki sıradaki diğer devamı devamını devam daha fazla fazlası tümünü tüm yukarı kaydet göster göster* gör görüntüle güncelleniyor gündem gündemin dakika kaçırmayın kaçırılmaması içerik* merkezi detaylar ayrıntı*",
        "around": "ve veya ile de da ki bu bunu bunlar bunlara bunları şu o bir bizi bize biz siz sizin sizce sizi size için gibi göre kadar çok en ilk yeni ne neden nasıl mı mi mu mü var yok değil her gün günün günlük hafta haftanın gelişmelerden gelişmeler gelişmeleri anında haberdar olun olmak ol olabilmek "
        "yap yapın yapmak yapabilmek yapılmamış henüz kapalı kapalıdır yaz yazın gönder kopyala kopyalandı sosyal medyada medya google news'te news haberler'de kanal* takip et edin katılın hemen şimdi ücretsiz kabul et ediyorum aşağıda sonra izin ver verin aç düşünüyorsunuz düşünceleriniz* belirtin göz atın "
        "gerekenler tıklayınız adresiniz yayınlanmayacak gerekli alanlar işaretlenmişlerdir süresi dk tamamı tamamını ayrıntıları ulaşın destek hata site sitede sitemiz* kullanılmaktadır kullanıyoruz sitesi",
    },
    "pt": {
        "hard": "publicidade anúncio anúncios patrocin* comentário* comentar assine assinante* assinatura newsletter* e-mail email cookies privacidade link aplicativo app notificações facebook twitter whatsapp instagram youtube telegram clique galeria podcast enquete compartilh* partilh* imprimir baixe login cadastre-se",
        "soft": "notícia notícias matéria matérias artigo artigos tópicos vídeo vídeos foto fotos leia lidas lidos veja ouça recomendad* relacionad* destaques última últimas próximo próxima anterior voltar mais salvar gostar redação",
        "around": "o a os as um uma e ou de do da dos das em no na nos nas por para com sem sobre este esta esse essa seu sua seus suas nosso nossa você nós também pode aqui agora hoje após continua depois abaixo todos todas ver mostrar deixe seja primeiro copiar canal siga receba",
    },
    "it": {
        "hard": "pubblicità annuncio sponsor* commento commenti commenta abbonati abbonament* newsletter email e-mail cookie privacy link app notifiche facebook twitter whatsapp instagram youtube telegram clicca galleria fotogallery podcast sondaggio condividi condivi* stampa scarica accedi registrati",
        "soft": "notizia notizie articolo articoli argomenti tema video foto leggi letti letto guarda ascolta consigliati correlati popolari ultime ultima successivo precedente torna altro altri salva redazione potrebbe interessarti",
        "around": "il lo la i gli le un una e o di del della dei delle a al alla in nel nella su sul per con senza da dal questo questa tuo tua nostro nostra noi anche qui ora oggi dopo sotto continua tutti tutte mostra lascia copia ti canale segui ricevi iscriviti alla gratis",
    },
    "nl": {
        "hard": "advertentie* reclame sponsor* reactie reacties reageer abonn* nieuwsbrief* e-mail email cookies privacy link app meldingen facebook twitter whatsapp instagram youtube telegram klik fotogalerij podcast poll delen deel printen print download inloggen",
        "soft": "artikel artikelen nieuws bericht berichten onderwerp onderwerpen video video's foto foto's lees gelezen bekijk luister aanbevolen gerelateerd* populair laatste volgende vorige terug meer bewaar redactie",
        "around": "de het een en of van in op aan bij voor met zonder over dit deze dat uw jouw je ons onze wij ook hier nu vandaag na verder gaat onder alle toon laat als eerste kopieer volg ontvang gratis meest",
    },
    "pl": {
        "hard": "reklam* sponsor* komentar* skomentuj subskryb* prenumer* newsletter* e-mail email cookies prywatnoś* link aplikacj* powiadomie* facebook twitter whatsapp instagram youtube telegram kliknij galeria podcast ankieta udostępnij drukuj pobierz zaloguj zarejestruj",
        "soft": "artykuł artykuły wiadomoś* news newsy temat tematy wideo zdjęci* czytaj czytane zobacz posłuchaj polecane polecamy powiązane popularne najnowsze najpopularniejsze następn* poprzedni* powrót więcej zapisz redakcja",
        "around": "i a lub w we z ze na do od dla po o u pod przed się to ten ta te nasz nasza nasze twój swój ty my też także tu teraz dziś dalej dalszy ciąg poniżej wszystkie pokaż dodaj bądź pierwszy skopiuj kanał śledź otrzymuj za darmo najczęściej",
    },
    "ru": {
        "hard": "реклам* спонсор* партнерск* комментар* комментиров* прокомментир* подписк* подпис* рассылк* email e-mail почт* cookie cookies конфиденциальн* ссылк* избранное приложени* уведомлени* facebook twitter whatsapp instagram youtube telegram telegram-* viber телеграм* нажм* кликн* браузер* галере* фотогалере* подкаст* опрос* донат* поделит* поделис* распечат* скачат* войти войдите зарегистрир* перепечатк* гиперссылк* теги ошибк*",
        "soft": "стать* новост* материал* тем* топ лента видео фото автор* редакци* читайте читать читают смотрите смотреть слушать популярн* самое рекоменд* выбор похож* другие интересн* последн* главн* больше еще ещё показать далее предыдущ* следующ* назад вверх наверх сохранить источник* рубрик* категор* подробнее следите",
        "around": "и или но не ни в на с со из до от для по о об за при под после это этот эта эти нас нам наш наша наши нашу нашем нашей нашего вас вам вы мы также тут здесь сейчас сегодня неделю день дня все весь что как кто чтобы если можно может закрыты отключены добавить добавьте оставить написать напишите скопировать скопировано канал* соцсет* google друзьями время мин минут* чтения принять согласен адрес сайт* использован* услови* запрещен*",
    },
}
# Whole lines of a word or two, parted by " / ".
ALONE: Final = {
    "en": "more / next / previous / prev / trending / popular / latest / featured / recommended / explore / icymi / breaking / just in / see more / see all / view more / view all / learn more / find out more / show all / "
    "presented by / brought to you by / sponsored by / supported by / partner content / paid partnership / paid post / premium / premium content / don't miss it / don't miss these / from the web / what others are saying / a a a / "
    "meet the author / get notified / start the discussion / ai summary / transcript / shares / views / related content / you might have missed / delivered daily / delivered weekly / once a week / less than 1 minute / playback speed / live updates / watch live / live tv / send to a friend / staff report / staff reports / news desk / web desk / agencies",
    "de": "mehr / beliebt / neueste / neueste zuerst / meistgelesen / meistkommentiert / lesenswert / topthemen / top-themen / top-artikel / top-news / videos / bilderstrecke / zur bilderstrecke / autor / vorlesen lassen / abo / abo abschließen / nach oben scrollen / zum seitenanfang / das könnte ihnen auch gefallen / "
    "diskutieren sie mit uns / bereitgestellt von / einstellungen verwalten / empfohlen / gesponsert / das wichtigste in kürze / im fokus / wichtigste themen / mehr lesen / jetzt lesen",
    "fr": "populaires / tendances / recommandé / recommandés / vidéos / en rapport / en savoir plus / en lien / dernière minute / à ne pas rater / à lire ensuite / ailleurs sur le web / les plus commentés / les plus partagés / accepter et continuer / continuer sans accepter / gérer mes préférences / politique de confidentialité / "
    "envoyer à un ami / enregistrer / sauvegarder / offrir l'article / donnez votre avis / je fais un don / rejoignez notre communauté / à la une / sponsorisé / la rédaction / afficher plus / voir plus / chargement / lire plus / alerte info / la rédaction vous conseille / la rédaction vous recommande / l'info en continu / l'actu en direct / en direct",
    "es": "participa en la conversación / hazte socio / destacados / destacadas / recomendaciones / tendencia / tendencias / vídeos / videos / subir / ampliar / mostrar menos / mostrar más / ver más / redacción / agencias / fuente original / no te lo pierdas / contenido de marca / continúa leyendo / danos tu opinión / envíanos tu historia / archivado en / prohibida su reproducción / última hora / populares / en portada / noticia en desarrollo / lectura / patrocinado / sigue leyendo con tu suscripción / ver todo",
    "uk": "більше / головне / цікаве / цікаво / важливе / важливо / популярне / попередня / наступна / вгору / догори / зберегти / спецпроєкт / спецпроект / топ-новини / новини по темі / найбільше читають / найпопулярніші новини / спонсорський контент / партнерський матеріал / фото з відкритих джерел / фото ілюстративне / ілюстративне фото / джерело / підтримайте нашу роботу / приєднуйтеся до нашої спільноти / показати ще / ще / реклама партнерів",
    "tr": "gündem / kaydet / son dakika / öne çıkanlar / ihbar hattı / ana sayfaya dön / tam ekran görüntüle / bunlara da göz atın / favorilere ekle / bu yazıyı paylaş / google news'te takip et / haber merkezi / anadolu ajansı / iha / dha / daha fazla / tüm haberler / sponsorlu içerik / manşet / video galeri / yazarlar / köşe yazıları",
    "ru": "больше / главное / интересное / важное / популярное / предыдущая / следующая / наверх / сохранить / спецпроект / топ новостей / новости по теме / самое читаемое / фото из открытых источников / источник / показать ещё / показать еще / новости партнеров / новости партнёров / реклама партнеров",
}
