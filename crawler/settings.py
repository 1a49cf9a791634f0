"""Scrapy's settings, each with its reason. Nothing here is about a single site: that is in its site file."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("defnews")
except PackageNotFoundError:  # run from a clone that was never installed
    VERSION = "0"

BOT_NAME = "defnews"
SPIDER_LOADER_CLASS = "crawler.spiderloader.SiteSpiderLoader"  # each site file is a spider
SCHEDULER = "crawler.scheduler.FrontierScheduler"  # requests are drawn from the frontier; no pickled queue
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"

# Ours, beside Scrapy's.
DEFNEWS_DATA = "data"  # the data folder
DEFNEWS_CONTACT = ""  # an address or page where a publisher reaches whoever runs this; goes into the user agent
DEFNEWS_OPT_OUTS = "obey"  # pages that ask not to be kept or mined: "obey" leaves them out, "record" keeps and says so
DEFNEWS_FIRST_BACKOFF = 2.0  # seconds before the first retry; each next waits four times as long

# Who we are. It says what we do and by which name robots.txt can address us, and invents no address.
AGENT = f"defnews/{VERSION}"
USER_AGENT = f"{AGENT} (press archive; obeys robots.txt as defnews)"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # Not only English: half the defence press writes something else, and servers pick a language by this.
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate, br, zstd",
}

# Safety.
DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy verifies none by default
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"  # no connection to an address that the guard refuses
DOWNLOAD_HANDLERS = {
    "http": "crawler.download.PoliteDownloadHandler",
    "https": "crawler.download.PoliteDownloadHandler",
    # Nothing a server says may make us read files or speak other protocols.
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOAD_MAXSIZE = 16 << 20  # as received; the same bound holds again once codings are undone (`answers.decoded`)
DOWNLOAD_WARNSIZE = 0  # a log line that nobody reads
DOWNLOAD_TIMEOUT = 60  # the whole answer, so that slow drips end too
DNS_TIMEOUT = 20
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False  # a page is archived as it is; following its markup is a browser's business
COOKIES_ENABLED = False  # nothing here logs in, and nothing may follow us from site to site
REFERER_ENABLED = False  # where we come from is nobody's business
HTTPPROXY_ENABLED = False  # behind a proxy nobody could check the address that is connected to
URLLENGTH_LIMIT = 0  # the frontier has its own
TELNETCONSOLE_ENABLED = False  # no open doors
REMOTE_CONTROL_ENABLED = False  # likewise
EXTENSIONS = {
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scrapy.extensions.feedexport.FeedExporter": None,  # spiders yield no items
    "scrapy.extensions.spiderstate.SpiderState": None,  # pickle
    "scrapy.extensions.logstats.LogStats": None,  # the progress is ours
    "scrapy.extensions.throttle.AutoThrottle": None,  # per spider; ours is per host and address (`pacer`)
}

# Manners. Delays, robots.txt, retries and codings are done by parts of our own, which say why.
ROBOTSTXT_OBEY = False  # by RobotsMiddleware, which remembers, and stays away where the file cannot be had
RETRY_ENABLED = False  # by RetryMiddleware, which waits
RETRY_TIMES = 2
COMPRESSION_ENABLED = False  # the archive keeps bytes as received; codings are undone where somebody reads them
HTTPERROR_ALLOW_ALL = True  # every status is an outcome
DOWNLOAD_DELAY = 0  # by `pacer`, together with everything else that wants the host to rest
DOWNLOAD_DELAY_JITTER = 0
CONCURRENT_REQUESTS = 8  # of one site, so many drawn from the frontier at a time
CONCURRENT_REQUESTS_PER_DOMAIN = 8
CONCURRENT_ITEMS = 1  # so many tasks are made for each answer, and spiders here yield no items
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 64 << 20
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": None,
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
    "crawler.robots.RobotsMiddleware": 100,
    "crawler.retries.RetryMiddleware": 550,
    "crawler.redirects.SiteRedirectMiddleware": 600,
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}

# State is in SQLite alone.
JOBDIR = None
HTTPCACHE_ENABLED = False

LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []
STATS_DUMP = False
